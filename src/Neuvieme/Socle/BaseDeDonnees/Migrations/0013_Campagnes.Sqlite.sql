CREATE TABLE "Campagnes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Campagnes" PRIMARY KEY AUTOINCREMENT,
    "AcademieCode" TEXT NOT NULL,
    "Annee" INTEGER NOT NULL,
    "Genre" TEXT NOT NULL,
    "OuvreLe" TEXT NOT NULL,
    "FermeLe" TEXT NOT NULL,
    "Rappels" TEXT NOT NULL,
    "Annonce" TEXT NOT NULL,
    "ModifieePar" TEXT NOT NULL,
    "ModifieeUtc" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Campagnes_Academies_AcademieCode" FOREIGN KEY ("AcademieCode") REFERENCES "Academies" ("Code") ON DELETE RESTRICT
);

CREATE INDEX "IX_Campagnes_AcademieCode_Annee_Genre" ON "Campagnes" ("AcademieCode", "Annee", "Genre");

CREATE TABLE "DerogationsCampagne" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_DerogationsCampagne" PRIMARY KEY AUTOINCREMENT,
    "CampagneId" INTEGER NOT NULL,
    "Uai" TEXT NOT NULL,
    "Debut" TEXT NOT NULL,
    "Fin" TEXT NOT NULL,
    "Motif" TEXT NOT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    "RetireeUtc" TEXT NULL,
    "RetireePar" TEXT NOT NULL,
    CONSTRAINT "FK_DerogationsCampagne_Campagnes_CampagneId" FOREIGN KEY ("CampagneId") REFERENCES "Campagnes" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_DerogationsCampagne_Etablissements_Uai" FOREIGN KEY ("Uai") REFERENCES "Etablissements" ("Uai") ON DELETE RESTRICT
);

CREATE INDEX "IX_DerogationsCampagne_CampagneId" ON "DerogationsCampagne" ("CampagneId");
CREATE UNIQUE INDEX "IX_DerogationsCampagne_CampagneId_Uai" ON "DerogationsCampagne" ("CampagneId", "Uai") WHERE "RetireeUtc" IS NULL;
CREATE INDEX "IX_DerogationsCampagne_Uai" ON "DerogationsCampagne" ("Uai");

CREATE TABLE "EnvoisCampagne" (
    "CampagneId" INTEGER NOT NULL,
    "Cle" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    "Destinataires" INTEGER NOT NULL,
    "Auteur" TEXT NOT NULL,
    CONSTRAINT "PK_EnvoisCampagne" PRIMARY KEY ("CampagneId", "Cle"),
    CONSTRAINT "FK_EnvoisCampagne_Campagnes_CampagneId" FOREIGN KEY ("CampagneId") REFERENCES "Campagnes" ("Id") ON DELETE CASCADE
);
