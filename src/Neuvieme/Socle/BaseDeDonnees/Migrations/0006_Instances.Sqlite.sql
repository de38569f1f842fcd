CREATE TABLE "DossiersInstance" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_DossiersInstance" PRIMARY KEY AUTOINCREMENT,
    "Uai" TEXT NOT NULL,
    "Annee" INTEGER NOT NULL,
    "Instance" TEXT NOT NULL,
    "SeanceLe" TEXT NOT NULL,
    "EstComplement" INTEGER NOT NULL,
    "Contenu" TEXT NOT NULL,
    "Noms" TEXT NOT NULL,
    "CleSaisie" TEXT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    CONSTRAINT "FK_DossiersInstance_Etablissements_Uai" FOREIGN KEY ("Uai") REFERENCES "Etablissements" ("Uai") ON DELETE RESTRICT
);
CREATE INDEX "IX_DossiersInstance_Uai_Annee_Instance_SeanceLe" ON "DossiersInstance" ("Uai", "Annee", "Instance", "SeanceLe");
CREATE UNIQUE INDEX "IX_DossiersInstance_Uai_CleSaisie" ON "DossiersInstance" ("Uai", "CleSaisie");

CREATE TABLE "Informations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Informations" PRIMARY KEY AUTOINCREMENT,
    "Uai" TEXT NOT NULL,
    "Annee" INTEGER NOT NULL,
    "InformesLe" TEXT NOT NULL,
    "Moyen" TEXT NOT NULL,
    "Precision" TEXT NOT NULL,
    "PlanPresente" TEXT NOT NULL,
    "DossierId" INTEGER NOT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    CONSTRAINT "FK_Informations_DossiersInstance_DossierId" FOREIGN KEY ("DossierId") REFERENCES "DossiersInstance" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Informations_Etablissements_Uai" FOREIGN KEY ("Uai") REFERENCES "Etablissements" ("Uai") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "IX_Informations_Uai_Annee_InformesLe" ON "Informations" ("Uai", "Annee", "InformesLe");
CREATE UNIQUE INDEX "IX_Informations_DossierId" ON "Informations" ("DossierId");

ALTER TABLE "Avis" ADD COLUMN "Membres" INTEGER NULL;
ALTER TABLE "Avis" ADD COLUMN "Presents" INTEGER NULL;
ALTER TABLE "Avis" ADD COLUMN "DossierId" INTEGER NULL CONSTRAINT "FK_Avis_DossiersInstance_DossierId" REFERENCES "DossiersInstance" ("Id") ON DELETE RESTRICT;
CREATE UNIQUE INDEX "IX_Avis_DossierId" ON "Avis" ("DossierId");

-- Chaque avis déjà enregistré reçoit le dossier de sa séance, avec ce qui en avait été figé.
INSERT INTO "DossiersInstance" ("Uai", "Annee", "Instance", "SeanceLe", "EstComplement", "Contenu", "Noms", "CleSaisie", "Auteur", "InstantUtc")
SELECT "Uai", "Annee", "Instance", "RenduLe", 0, '{"Lignes":' || "PlanPresente" || '}', '', NULL, "Auteur", "InstantUtc" FROM "Avis";
UPDATE "Avis" SET "DossierId" = (SELECT d."Id" FROM "DossiersInstance" d
    WHERE d."Uai" = "Avis"."Uai" AND d."Annee" = "Avis"."Annee" AND d."Instance" = "Avis"."Instance" AND d."SeanceLe" = "Avis"."RenduLe");
