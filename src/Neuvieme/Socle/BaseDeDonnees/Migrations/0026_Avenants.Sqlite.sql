CREATE TABLE "Avenants" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Avenants" PRIMARY KEY AUTOINCREMENT,
    "AttributionId" INTEGER NOT NULL,
    "Numero" INTEGER NOT NULL,
    "Etat" TEXT NOT NULL,
    "CentimesAvant" INTEGER NOT NULL,
    "Centimes" INTEGER NOT NULL,
    "HeuresAvant" INTEGER NULL,
    "Heures" INTEGER NULL,
    "ContenuAvant" TEXT NOT NULL,
    "Contenu" TEXT NOT NULL,
    "EffetLe" TEXT NOT NULL,
    "Motif" TEXT NOT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    "AccordLe" TEXT NULL,
    "DecideLe" TEXT NULL,
    "DecidePar" TEXT NOT NULL,
    "MotifDecision" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Avenants_Attributions_AttributionId" FOREIGN KEY ("AttributionId") REFERENCES "Attributions" ("Id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "IX_Avenants_AttributionId_Numero" ON "Avenants" ("AttributionId", "Numero");
CREATE INDEX "IX_Avenants_Etat" ON "Avenants" ("Etat");
