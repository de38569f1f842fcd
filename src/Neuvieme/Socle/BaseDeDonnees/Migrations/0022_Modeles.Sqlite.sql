CREATE TABLE "VersionsDeModele" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_VersionsDeModele" PRIMARY KEY AUTOINCREMENT,
    "AcademieCode" TEXT NOT NULL,
    "Modele" TEXT NOT NULL,
    "Numero" INTEGER NOT NULL,
    "Etat" TEXT NOT NULL,
    "EnTete" TEXT NOT NULL,
    "Phrases" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "Note" TEXT NOT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    "PublieePar" TEXT NOT NULL,
    "PublieeUtc" TEXT NULL,
    "Echec" TEXT NOT NULL,
    "EchecUtc" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_VersionsDeModele_Academies_AcademieCode" FOREIGN KEY ("AcademieCode") REFERENCES "Academies" ("Code") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_VersionsDeModele_AcademieCode_Modele_Numero" ON "VersionsDeModele" ("AcademieCode", "Modele", "Numero");

ALTER TABLE "Lettres" ADD COLUMN "VersionDeModeleId" INTEGER NULL CONSTRAINT "FK_Lettres_VersionsDeModele_VersionDeModeleId" REFERENCES "VersionsDeModele" ("Id") ON DELETE RESTRICT;
CREATE INDEX "IX_Lettres_VersionDeModeleId" ON "Lettres" ("VersionDeModeleId");
