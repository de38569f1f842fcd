ALTER TABLE "Lettres" ADD COLUMN "Etat" TEXT NOT NULL DEFAULT 'Etablie';
ALTER TABLE "Lettres" ADD COLUMN "Premier" TEXT NOT NULL DEFAULT 'Agent';
ALTER TABLE "Lettres" ADD COLUMN "EnvoyeeUtc" TEXT NULL;
ALTER TABLE "Lettres" ADD COLUMN "ExpireLe" TEXT NULL;
ALTER TABLE "Lettres" ADD COLUMN "Code" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Lettres" ADD COLUMN "Version" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Lettres" ADD COLUMN "ACertifier" INTEGER NOT NULL DEFAULT 0;

UPDATE "Lettres" SET "Etat" = 'Remplacee' WHERE EXISTS (SELECT 1 FROM "Lettres" AS "n" WHERE "n"."AttributionId" = "Lettres"."AttributionId" AND "n"."Numero" > "Lettres"."Numero");

CREATE TABLE "SignaturesDeLettre" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SignaturesDeLettre" PRIMARY KEY AUTOINCREMENT,
    "LettreId" INTEGER NOT NULL,
    "Partie" TEXT NOT NULL,
    "CompteId" INTEGER NULL,
    "Nom" TEXT NOT NULL,
    "Qualite" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    "Moyen" TEXT NOT NULL,
    "Adresse" TEXT NOT NULL,
    "Navigateur" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Consentement" TEXT NOT NULL,
    CONSTRAINT "FK_SignaturesDeLettre_Lettres_LettreId" FOREIGN KEY ("LettreId") REFERENCES "Lettres" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "EvenementsDeLettre" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_EvenementsDeLettre" PRIMARY KEY AUTOINCREMENT,
    "LettreId" INTEGER NOT NULL,
    "Genre" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    "CompteId" INTEGER NULL,
    "Auteur" TEXT NOT NULL,
    "Detail" TEXT NOT NULL,
    CONSTRAINT "FK_EvenementsDeLettre_Lettres_LettreId" FOREIGN KEY ("LettreId") REFERENCES "Lettres" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "PiecesDeLettre" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_PiecesDeLettre" PRIMARY KEY AUTOINCREMENT,
    "LettreId" INTEGER NOT NULL,
    "Genre" TEXT NOT NULL,
    "Contenu" BLOB NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Type" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    CONSTRAINT "FK_PiecesDeLettre_Lettres_LettreId" FOREIGN KEY ("LettreId") REFERENCES "Lettres" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_Lettres_Code" ON "Lettres" ("Code") WHERE "Code" <> '';
CREATE INDEX "IX_Lettres_ACertifier" ON "Lettres" ("ACertifier") WHERE "ACertifier";
CREATE INDEX "IX_Lettres_Etat_ExpireLe" ON "Lettres" ("Etat", "ExpireLe");
CREATE INDEX "IX_Lettres_Sha256" ON "Lettres" ("Sha256");
CREATE UNIQUE INDEX "IX_SignaturesDeLettre_LettreId_Partie" ON "SignaturesDeLettre" ("LettreId", "Partie");
CREATE INDEX "IX_EvenementsDeLettre_LettreId" ON "EvenementsDeLettre" ("LettreId");
CREATE UNIQUE INDEX "IX_PiecesDeLettre_LettreId_Genre" ON "PiecesDeLettre" ("LettreId", "Genre");
CREATE INDEX "IX_PiecesDeLettre_Sha256" ON "PiecesDeLettre" ("Sha256");
