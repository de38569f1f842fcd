CREATE TABLE "ComptesClesDAcces" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_ComptesClesDAcces" PRIMARY KEY,
    "UserId" INTEGER NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_ComptesClesDAcces_Comptes_UserId" FOREIGN KEY ("UserId") REFERENCES "Comptes" ("Id") ON DELETE CASCADE
);
CREATE INDEX "IX_ComptesClesDAcces_UserId" ON "ComptesClesDAcces" ("UserId");
