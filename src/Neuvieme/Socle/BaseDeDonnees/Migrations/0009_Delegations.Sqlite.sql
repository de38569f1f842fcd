CREATE TABLE "Delegations" (
    "HabilitationId" INTEGER NOT NULL CONSTRAINT "PK_Delegations" PRIMARY KEY,
    "Forme" TEXT NOT NULL,
    "DelegantId" INTEGER NULL,
    "DelegantNom" TEXT NOT NULL,
    "AppuiId" INTEGER NOT NULL,
    "DonneePar" TEXT NOT NULL,
    "DonneeLe" TEXT NOT NULL,
    "RevoqueePar" TEXT NOT NULL,
    "RevoqueeLe" TEXT NULL,
    CONSTRAINT "FK_Delegations_Habilitations_HabilitationId" FOREIGN KEY ("HabilitationId") REFERENCES "Habilitations" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Delegations_Habilitations_AppuiId" FOREIGN KEY ("AppuiId") REFERENCES "Habilitations" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Delegations_Comptes_DelegantId" FOREIGN KEY ("DelegantId") REFERENCES "Comptes" ("Id") ON DELETE SET NULL
);

CREATE INDEX "IX_Delegations_AppuiId" ON "Delegations" ("AppuiId");
CREATE INDEX "IX_Delegations_DelegantId" ON "Delegations" ("DelegantId");
