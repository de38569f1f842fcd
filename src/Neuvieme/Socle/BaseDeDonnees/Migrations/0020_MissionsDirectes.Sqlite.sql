ALTER TABLE "MissionsPremierDegre" RENAME TO "MissionsDirectes";
ALTER TABLE "LignesPremierDegre" RENAME TO "LignesDirectes";
ALTER TABLE "EcheancesPremierDegre" RENAME TO "EcheancesDirectes";
ALTER TABLE "MissionsDirectes" ADD COLUMN "AcademieCode" TEXT NULL REFERENCES "Academies" ("Code") ON DELETE RESTRICT;
ALTER TABLE "MissionsDirectes" ADD COLUMN "Precisions" TEXT NOT NULL DEFAULT '{}';
ALTER TABLE "LignesDirectes" ADD COLUMN "AcademieCode" TEXT NULL REFERENCES "Academies" ("Code") ON DELETE RESTRICT;
ALTER TABLE "LignesDirectes" ADD COLUMN "Niveau" INTEGER NOT NULL DEFAULT 0;

UPDATE "MissionsDirectes" SET "Dispositif" = "Dispositif" || 'PremierDegre';
-- À l'école, toutes les missions du Pacte sont du troisième niveau.
UPDATE "LignesDirectes" SET "Niveau" = 3 WHERE "Dispositif" = 'Pacte';
UPDATE "LignesDirectes" SET "Dispositif" = "Dispositif" || 'PremierDegre';

DROP INDEX "IX_MissionsPremierDegre_CirconscriptionCode_Annee";
DROP INDEX "IX_MissionsPremierDegre_Uai_Annee";
DROP INDEX "IX_MissionsPremierDegre_AgentId";
DROP INDEX "IX_MissionsPremierDegre_CleSaisie";
DROP INDEX "IX_LignesPremierDegre_CirconscriptionCode_Annee";
DROP INDEX "IX_LignesPremierDegre_Uai_Annee";
CREATE INDEX "IX_MissionsDirectes_CirconscriptionCode_Annee" ON "MissionsDirectes" ("CirconscriptionCode", "Annee");
CREATE INDEX "IX_MissionsDirectes_Uai_Annee" ON "MissionsDirectes" ("Uai", "Annee");
CREATE INDEX "IX_MissionsDirectes_AcademieCode_Annee" ON "MissionsDirectes" ("AcademieCode", "Annee");
CREATE INDEX "IX_MissionsDirectes_AgentId" ON "MissionsDirectes" ("AgentId");
CREATE UNIQUE INDEX "IX_MissionsDirectes_CleSaisie" ON "MissionsDirectes" ("CleSaisie");
CREATE INDEX "IX_LignesDirectes_CirconscriptionCode_Annee" ON "LignesDirectes" ("CirconscriptionCode", "Annee");
CREATE INDEX "IX_LignesDirectes_Uai_Annee" ON "LignesDirectes" ("Uai", "Annee");
CREATE INDEX "IX_LignesDirectes_AcademieCode_Annee" ON "LignesDirectes" ("AcademieCode", "Annee");
