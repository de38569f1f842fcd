ALTER TABLE "Lettres" ALTER COLUMN "AttributionId" DROP NOT NULL;
ALTER TABLE "Lettres" ADD COLUMN "MissionDirecteId" bigint NULL CONSTRAINT "FK_Lettres_MissionsDirectes_MissionDirecteId" REFERENCES "MissionsDirectes" ("Id") ON DELETE RESTRICT;
ALTER TABLE "Lettres" ADD CONSTRAINT "CK_Lettres_UnSeulSujet" CHECK (("AttributionId" IS NULL) <> ("MissionDirecteId" IS NULL));
CREATE UNIQUE INDEX "IX_Lettres_MissionDirecteId_Numero" ON "Lettres" ("MissionDirecteId", "Numero");
