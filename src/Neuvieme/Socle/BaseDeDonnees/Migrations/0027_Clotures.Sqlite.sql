CREATE TABLE "Clotures" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Clotures" PRIMARY KEY AUTOINCREMENT,
    "AcademieCode" TEXT NOT NULL,
    "Paie" INTEGER NOT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    CONSTRAINT "FK_Clotures_Academies_AcademieCode" FOREIGN KEY ("AcademieCode") REFERENCES "Academies" ("Code") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "IX_Clotures_AcademieCode_Paie" ON "Clotures" ("AcademieCode", "Paie");

CREATE TABLE "Mouvements" (
    "BeneficiaireId" INTEGER NOT NULL,
    "Mois" INTEGER NOT NULL,
    "ClotureId" INTEGER NOT NULL,
    "Paie" INTEGER NOT NULL,
    "Centimes" INTEGER NOT NULL,
    "Nature" TEXT NOT NULL,
    CONSTRAINT "PK_Mouvements" PRIMARY KEY ("BeneficiaireId", "Mois", "ClotureId"),
    CONSTRAINT "FK_Mouvements_Beneficiaires_BeneficiaireId" FOREIGN KEY ("BeneficiaireId") REFERENCES "Beneficiaires" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Mouvements_Clotures_ClotureId" FOREIGN KEY ("ClotureId") REFERENCES "Clotures" ("Id") ON DELETE RESTRICT
);
CREATE INDEX "IX_Mouvements_ClotureId" ON "Mouvements" ("ClotureId");

CREATE TRIGGER "Mouvements_SansChangement" BEFORE UPDATE ON "Mouvements"
BEGIN
    SELECT RAISE(ABORT, 'Un mouvement de paie ne se change ni ne s''efface : la clôture suivante porte l''écart.');
END;
CREATE TRIGGER "Mouvements_SansEffacement" BEFORE DELETE ON "Mouvements"
BEGIN
    SELECT RAISE(ABORT, 'Un mouvement de paie ne se change ni ne s''efface : la clôture suivante porte l''écart.');
END;
