ALTER TABLE "Etablissements" ADD COLUMN "DepartementCode" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Etablissements" ADD COLUMN "Etat" TEXT NOT NULL DEFAULT 'Inconnu';
ALTER TABLE "Etablissements" ADD COLUMN "OuvertLe" TEXT NULL;
ALTER TABLE "Etablissements" ADD COLUMN "FermeLe" TEXT NULL;
ALTER TABLE "Etablissements" ADD COLUMN "Latitude" REAL NULL;
ALTER TABLE "Etablissements" ADD COLUMN "Longitude" REAL NULL;
ALTER TABLE "Etablissements" ADD COLUMN "Eleves" INTEGER NULL;
ALTER TABLE "Etablissements" ADD COLUMN "ElevesRentree" INTEGER NULL;
ALTER TABLE "Etablissements" ADD COLUMN "EtpCentiemes" INTEGER NULL;
ALTER TABLE "Etablissements" ADD COLUMN "EtpRentree" INTEGER NULL;
ALTER TABLE "Etablissements" ADD COLUMN "ChampsOuverts" TEXT NOT NULL DEFAULT '';

CREATE TABLE "Departements" (
    "Code" TEXT NOT NULL,
    "Libelle" TEXT NOT NULL,
    "AcademieCode" TEXT NOT NULL,
    CONSTRAINT "PK_Departements" PRIMARY KEY ("Code"),
    CONSTRAINT "FK_Departements_Academies_AcademieCode" FOREIGN KEY ("AcademieCode") REFERENCES "Academies" ("Code") ON DELETE RESTRICT
);

CREATE TABLE "NaturesUai" (
    "Code" TEXT NOT NULL,
    "Libelle" TEXT NOT NULL,
    CONSTRAINT "PK_NaturesUai" PRIMARY KEY ("Code")
);

CREATE TABLE "ImportsAnnuaire" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ImportsAnnuaire" PRIMARY KEY AUTOINCREMENT,
    "NomFichier" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    "Auteur" TEXT NOT NULL,
    "Nouveaux" INTEGER NOT NULL,
    "Changes" INTEGER NOT NULL,
    "Inchanges" INTEGER NOT NULL,
    "Absents" INTEGER NOT NULL,
    "Sales" INTEGER NOT NULL,
    "Rapport" BLOB NOT NULL
);

CREATE TABLE "AnnuairesDeposes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AnnuairesDeposes" PRIMARY KEY AUTOINCREMENT,
    "CompteId" INTEGER NOT NULL,
    "NomFichier" TEXT NOT NULL,
    "Contenu" BLOB NOT NULL,
    "InstantUtc" TEXT NOT NULL
);

CREATE TABLE "ReponsesRattachement" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ReponsesRattachement" PRIMARY KEY AUTOINCREMENT,
    "CompteId" INTEGER NOT NULL,
    "AgentId" INTEGER NOT NULL,
    "Accepte" INTEGER NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    CONSTRAINT "FK_ReponsesRattachement_Agents_AgentId" FOREIGN KEY ("AgentId") REFERENCES "Agents" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_ReponsesRattachement_Comptes_CompteId" FOREIGN KEY ("CompteId") REFERENCES "Comptes" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Departements_AcademieCode" ON "Departements" ("AcademieCode");
CREATE UNIQUE INDEX "IX_ReponsesRattachement_CompteId_AgentId" ON "ReponsesRattachement" ("CompteId", "AgentId");
CREATE INDEX "IX_ReponsesRattachement_AgentId" ON "ReponsesRattachement" ("AgentId");
