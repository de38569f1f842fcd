ALTER TABLE "MissionsPremierDegre" RENAME TO "MissionsDirectes";
ALTER TABLE "LignesPremierDegre" RENAME TO "LignesDirectes";
ALTER TABLE "EcheancesPremierDegre" RENAME TO "EcheancesDirectes";
ALTER TABLE "MissionsDirectes" RENAME CONSTRAINT "PK_MissionsPremierDegre" TO "PK_MissionsDirectes";
ALTER TABLE "MissionsDirectes" RENAME CONSTRAINT "FK_MissionsPremierDegre_Circonscriptions_CirconscriptionCode" TO "FK_MissionsDirectes_Circonscriptions_CirconscriptionCode";
ALTER TABLE "MissionsDirectes" RENAME CONSTRAINT "FK_MissionsPremierDegre_Etablissements_Uai" TO "FK_MissionsDirectes_Etablissements_Uai";
ALTER TABLE "MissionsDirectes" RENAME CONSTRAINT "FK_MissionsPremierDegre_Agents_AgentId" TO "FK_MissionsDirectes_Agents_AgentId";
ALTER TABLE "LignesDirectes" RENAME CONSTRAINT "PK_LignesPremierDegre" TO "PK_LignesDirectes";
ALTER TABLE "LignesDirectes" RENAME CONSTRAINT "FK_LignesPremierDegre_Circonscriptions_CirconscriptionCode" TO "FK_LignesDirectes_Circonscriptions_CirconscriptionCode";
ALTER TABLE "LignesDirectes" RENAME CONSTRAINT "FK_LignesPremierDegre_Etablissements_Uai" TO "FK_LignesDirectes_Etablissements_Uai";
ALTER TABLE "EcheancesDirectes" RENAME CONSTRAINT "PK_EcheancesPremierDegre" TO "PK_EcheancesDirectes";
ALTER TABLE "EcheancesDirectes" RENAME CONSTRAINT "FK_EcheancesPremierDegre_MissionsPremierDegre_MissionId" TO "FK_EcheancesDirectes_MissionsDirectes_MissionId";
ALTER TABLE "MissionsDirectes" ADD COLUMN "AcademieCode" character varying(2) NULL CONSTRAINT "FK_MissionsDirectes_Academies_AcademieCode" REFERENCES "Academies" ("Code") ON DELETE RESTRICT;
ALTER TABLE "MissionsDirectes" ADD COLUMN "Precisions" text NOT NULL DEFAULT '{}';
ALTER TABLE "MissionsDirectes" ALTER COLUMN "Precisions" DROP DEFAULT;
ALTER TABLE "LignesDirectes" ADD COLUMN "AcademieCode" character varying(2) NULL CONSTRAINT "FK_LignesDirectes_Academies_AcademieCode" REFERENCES "Academies" ("Code") ON DELETE RESTRICT;
ALTER TABLE "LignesDirectes" ADD COLUMN "Niveau" integer NOT NULL DEFAULT 0;
ALTER TABLE "LignesDirectes" ALTER COLUMN "Niveau" DROP DEFAULT;

UPDATE "MissionsDirectes" SET "Dispositif" = "Dispositif" || 'PremierDegre';
-- À l'école, toutes les missions du Pacte sont du troisième niveau.
UPDATE "LignesDirectes" SET "Niveau" = 3 WHERE "Dispositif" = 'Pacte';
UPDATE "LignesDirectes" SET "Dispositif" = "Dispositif" || 'PremierDegre';

ALTER INDEX "IX_MissionsPremierDegre_CirconscriptionCode_Annee" RENAME TO "IX_MissionsDirectes_CirconscriptionCode_Annee";
ALTER INDEX "IX_MissionsPremierDegre_Uai_Annee" RENAME TO "IX_MissionsDirectes_Uai_Annee";
ALTER INDEX "IX_MissionsPremierDegre_AgentId" RENAME TO "IX_MissionsDirectes_AgentId";
ALTER INDEX "IX_MissionsPremierDegre_CleSaisie" RENAME TO "IX_MissionsDirectes_CleSaisie";
ALTER INDEX "IX_LignesPremierDegre_CirconscriptionCode_Annee" RENAME TO "IX_LignesDirectes_CirconscriptionCode_Annee";
ALTER INDEX "IX_LignesPremierDegre_Uai_Annee" RENAME TO "IX_LignesDirectes_Uai_Annee";
CREATE INDEX "IX_MissionsDirectes_AcademieCode_Annee" ON "MissionsDirectes" ("AcademieCode", "Annee");
CREATE INDEX "IX_LignesDirectes_AcademieCode_Annee" ON "LignesDirectes" ("AcademieCode", "Annee");
