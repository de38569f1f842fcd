CREATE TABLE "Scenarios" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Scenarios" PRIMARY KEY AUTOINCREMENT,
    "Uai" TEXT NOT NULL,
    "Annee" INTEGER NOT NULL,
    "Nom" TEXT NOT NULL,
    "AvantChangement" INTEGER NOT NULL,
    "Contenu" TEXT NOT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    CONSTRAINT "FK_Scenarios_Etablissements_Uai" FOREIGN KEY ("Uai") REFERENCES "Etablissements" ("Uai") ON DELETE RESTRICT
);

CREATE INDEX "IX_Scenarios_Uai_Annee_AvantChangement" ON "Scenarios" ("Uai", "Annee", "AvantChangement");
