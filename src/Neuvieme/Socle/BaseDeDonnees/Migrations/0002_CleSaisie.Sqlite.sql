ALTER TABLE "Missions" ADD COLUMN "CleSaisie" TEXT NULL;
CREATE UNIQUE INDEX "IX_Missions_Uai_CleSaisie" ON "Missions" ("Uai", "CleSaisie");
