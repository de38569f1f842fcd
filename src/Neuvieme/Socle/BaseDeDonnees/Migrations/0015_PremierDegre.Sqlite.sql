CREATE TABLE "Circonscriptions" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_Circonscriptions" PRIMARY KEY,
    "Nom" TEXT NOT NULL,
    "AcademieCode" TEXT NOT NULL,
    "Departement" TEXT NOT NULL,
    CONSTRAINT "FK_Circonscriptions_Academies_AcademieCode" FOREIGN KEY ("AcademieCode") REFERENCES "Academies" ("Code") ON DELETE RESTRICT
);
CREATE INDEX "IX_Circonscriptions_AcademieCode" ON "Circonscriptions" ("AcademieCode");

ALTER TABLE "Etablissements" ADD COLUMN "CirconscriptionCode" TEXT NULL REFERENCES "Circonscriptions" ("Code") ON DELETE RESTRICT;
ALTER TABLE "Habilitations" ADD COLUMN "CirconscriptionCode" TEXT NULL;
CREATE INDEX "IX_Etablissements_CirconscriptionCode" ON "Etablissements" ("CirconscriptionCode");

CREATE TABLE "MissionsPremierDegre" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_MissionsPremierDegre" PRIMARY KEY AUTOINCREMENT,
    "Dispositif" TEXT NOT NULL,
    "CirconscriptionCode" TEXT NULL,
    "Uai" TEXT NULL,
    "Annee" INTEGER NOT NULL,
    "Code" TEXT NOT NULL,
    "Intitule" TEXT NOT NULL,
    "Contenu" TEXT NOT NULL,
    "Duree" TEXT NOT NULL,
    "Debut" TEXT NULL,
    "Fin" TEXT NULL,
    "Echelon" TEXT NOT NULL,
    "Centimes" INTEGER NOT NULL,
    "DefinieParAutorite" INTEGER NULL,
    "DejaPayee" INTEGER NULL,
    "AgentId" INTEGER NOT NULL,
    "Etat" TEXT NOT NULL,
    "AccordDemandeLe" TEXT NULL,
    "AccordReponduLe" TEXT NULL,
    "RepondreAvant" TEXT NULL,
    "ModificationDemandee" TEXT NOT NULL,
    "LettreLe" TEXT NULL,
    "ProposeeLe" TEXT NULL,
    "ProposeePar" TEXT NOT NULL,
    "Reponse" TEXT NOT NULL,
    "DecideeLe" TEXT NULL,
    "DecideePar" TEXT NOT NULL,
    "Autorite" TEXT NOT NULL,
    "MotifDecision" TEXT NOT NULL,
    "ServiceFaitLe" TEXT NULL,
    "CleSaisie" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_MissionsPremierDegre_Circonscriptions_CirconscriptionCode" FOREIGN KEY ("CirconscriptionCode") REFERENCES "Circonscriptions" ("Code") ON DELETE RESTRICT,
    CONSTRAINT "FK_MissionsPremierDegre_Etablissements_Uai" FOREIGN KEY ("Uai") REFERENCES "Etablissements" ("Uai") ON DELETE RESTRICT,
    CONSTRAINT "FK_MissionsPremierDegre_Agents_AgentId" FOREIGN KEY ("AgentId") REFERENCES "Agents" ("Id") ON DELETE RESTRICT
);
CREATE INDEX "IX_MissionsPremierDegre_CirconscriptionCode_Annee" ON "MissionsPremierDegre" ("CirconscriptionCode", "Annee");
CREATE INDEX "IX_MissionsPremierDegre_Uai_Annee" ON "MissionsPremierDegre" ("Uai", "Annee");
CREATE INDEX "IX_MissionsPremierDegre_AgentId" ON "MissionsPremierDegre" ("AgentId");
CREATE UNIQUE INDEX "IX_MissionsPremierDegre_CleSaisie" ON "MissionsPremierDegre" ("CleSaisie");

CREATE TABLE "LignesPremierDegre" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_LignesPremierDegre" PRIMARY KEY AUTOINCREMENT,
    "Dispositif" TEXT NOT NULL,
    "CirconscriptionCode" TEXT NULL,
    "Uai" TEXT NULL,
    "Annee" INTEGER NOT NULL,
    "Centimes" INTEGER NOT NULL,
    "Motif" TEXT NOT NULL,
    "NotifieeLe" TEXT NOT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    CONSTRAINT "FK_LignesPremierDegre_Circonscriptions_CirconscriptionCode" FOREIGN KEY ("CirconscriptionCode") REFERENCES "Circonscriptions" ("Code") ON DELETE RESTRICT,
    CONSTRAINT "FK_LignesPremierDegre_Etablissements_Uai" FOREIGN KEY ("Uai") REFERENCES "Etablissements" ("Uai") ON DELETE RESTRICT
);
CREATE INDEX "IX_LignesPremierDegre_CirconscriptionCode_Annee" ON "LignesPremierDegre" ("CirconscriptionCode", "Annee");
CREATE INDEX "IX_LignesPremierDegre_Uai_Annee" ON "LignesPremierDegre" ("Uai", "Annee");

CREATE TABLE "EcheancesPremierDegre" (
    "MissionId" INTEGER NOT NULL,
    "Rang" INTEGER NOT NULL,
    "Mois" INTEGER NOT NULL,
    "Paie" INTEGER NOT NULL,
    "BrutCentimes" INTEGER NOT NULL,
    "NetEstimeCentimes" INTEGER NOT NULL,
    CONSTRAINT "PK_EcheancesPremierDegre" PRIMARY KEY ("MissionId", "Rang"),
    CONSTRAINT "FK_EcheancesPremierDegre_MissionsPremierDegre_MissionId" FOREIGN KEY ("MissionId") REFERENCES "MissionsPremierDegre" ("Id") ON DELETE RESTRICT
);
