CREATE TABLE "Travaux" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Travaux" PRIMARY KEY AUTOINCREMENT,
    "Genre" TEXT NOT NULL,
    "Portee" TEXT NOT NULL,
    "Donnees" TEXT NOT NULL,
    "CompteId" INTEGER NULL,
    "Auteur" TEXT NOT NULL,
    "Qualite" TEXT NOT NULL,
    "Mention" TEXT NOT NULL,
    "Etat" TEXT NOT NULL,
    "Total" INTEGER NOT NULL,
    "Faits" INTEGER NOT NULL,
    "Message" TEXT NOT NULL,
    "Manques" TEXT NOT NULL,
    "DemandeUtc" TEXT NOT NULL,
    "CommenceUtc" TEXT NULL,
    "FiniUtc" TEXT NULL,
    "PrisUtc" TEXT NULL,
    "Prises" INTEGER NOT NULL
);

CREATE TABLE "SouhaitsDeLettre" (
    "AttributionId" INTEGER NOT NULL CONSTRAINT "PK_SouhaitsDeLettre" PRIMARY KEY,
    "Veut" INTEGER NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    CONSTRAINT "FK_SouhaitsDeLettre_Attributions_AttributionId" FOREIGN KEY ("AttributionId") REFERENCES "Attributions" ("Id") ON DELETE RESTRICT
);

ALTER TABLE "Lettres" ADD COLUMN "EffaceeUtc" TEXT NULL;

CREATE UNIQUE INDEX "IX_Travaux_Genre_Portee" ON "Travaux" ("Genre", "Portee") WHERE "Etat" IN ('EnAttente', 'EnCours');
CREATE INDEX "IX_Travaux_Portee" ON "Travaux" ("Portee");
