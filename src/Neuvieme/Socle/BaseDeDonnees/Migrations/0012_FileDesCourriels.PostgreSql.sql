ALTER TABLE "Courriels" ADD COLUMN "Sujet" character varying(80) NOT NULL DEFAULT '';
ALTER TABLE "Courriels" ALTER COLUMN "Sujet" DROP DEFAULT;
ALTER TABLE "Courriels" ADD COLUMN "AuResume" boolean NOT NULL DEFAULT FALSE;
ALTER TABLE "Courriels" ALTER COLUMN "AuResume" DROP DEFAULT;
ALTER TABLE "Courriels" ADD COLUMN "ResumeId" bigint NULL;
ALTER TABLE "Courriels" ADD COLUMN "PrisUtc" timestamp with time zone NULL;
ALTER TABLE "Courriels" ADD COLUMN "PerimeUtc" timestamp with time zone NULL;

CREATE INDEX "IX_Courriels_Sujet" ON "Courriels" ("Sujet");

CREATE TABLE "PreferencesCourriel" (
    "CompteId" bigint NOT NULL,
    "Genre" character varying(40) NOT NULL,
    "Envoi" character varying(40) NOT NULL,
    CONSTRAINT "PK_PreferencesCourriel" PRIMARY KEY ("CompteId", "Genre"),
    CONSTRAINT "FK_PreferencesCourriel_Comptes_CompteId" FOREIGN KEY ("CompteId") REFERENCES "Comptes" ("Id") ON DELETE CASCADE
);

CREATE TABLE "PassagesCourriel" (
    "Cle" character varying(80) NOT NULL,
    "InstantUtc" timestamp with time zone NOT NULL,
    CONSTRAINT "PK_PassagesCourriel" PRIMARY KEY ("Cle")
);
