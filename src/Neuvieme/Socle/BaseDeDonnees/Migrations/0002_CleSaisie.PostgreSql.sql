ALTER TABLE "Missions" ADD COLUMN "CleSaisie" uuid NULL;
CREATE UNIQUE INDEX "IX_Missions_Uai_CleSaisie" ON "Missions" ("Uai", "CleSaisie");
