CREATE TABLE "Courriels" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Courriels" PRIMARY KEY AUTOINCREMENT,
    "CompteId" INTEGER NOT NULL,
    "Adresse" TEXT NOT NULL,
    "Genre" TEXT NOT NULL,
    "Objet" TEXT NOT NULL,
    "Texte" TEXT NOT NULL,
    "Cle" TEXT NOT NULL,
    "DeposeUtc" TEXT NOT NULL,
    "ProchainEssaiUtc" TEXT NOT NULL,
    "Essais" INTEGER NOT NULL,
    "DerniereErreur" TEXT NOT NULL,
    "EnvoyeUtc" TEXT NULL,
    "AbandonneUtc" TEXT NULL,
    CONSTRAINT "FK_Courriels_Comptes_CompteId" FOREIGN KEY ("CompteId") REFERENCES "Comptes" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_Courriels_Cle" ON "Courriels" ("Cle");
CREATE INDEX "IX_Courriels_CompteId" ON "Courriels" ("CompteId");
CREATE INDEX "IX_Courriels_EnvoyeUtc_AbandonneUtc_ProchainEssaiUtc" ON "Courriels" ("EnvoyeUtc", "AbandonneUtc", "ProchainEssaiUtc");
