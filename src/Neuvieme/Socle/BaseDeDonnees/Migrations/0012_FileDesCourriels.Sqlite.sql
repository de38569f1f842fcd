ALTER TABLE "Courriels" ADD COLUMN "Sujet" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Courriels" ADD COLUMN "AuResume" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Courriels" ADD COLUMN "ResumeId" INTEGER NULL;
ALTER TABLE "Courriels" ADD COLUMN "PrisUtc" TEXT NULL;
ALTER TABLE "Courriels" ADD COLUMN "PerimeUtc" TEXT NULL;

CREATE INDEX "IX_Courriels_Sujet" ON "Courriels" ("Sujet");

CREATE TABLE "PreferencesCourriel" (
    "CompteId" INTEGER NOT NULL,
    "Genre" TEXT NOT NULL,
    "Envoi" TEXT NOT NULL,
    CONSTRAINT "PK_PreferencesCourriel" PRIMARY KEY ("CompteId", "Genre"),
    CONSTRAINT "FK_PreferencesCourriel_Comptes_CompteId" FOREIGN KEY ("CompteId") REFERENCES "Comptes" ("Id") ON DELETE CASCADE
);

CREATE TABLE "PassagesCourriel" (
    "Cle" TEXT NOT NULL CONSTRAINT "PK_PassagesCourriel" PRIMARY KEY,
    "InstantUtc" TEXT NOT NULL
);
