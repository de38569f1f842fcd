CREATE TABLE "ComptesClesDAcces" (
    "CredentialId" bytea NOT NULL,
    "UserId" bigint NOT NULL,
    "Data" jsonb NOT NULL,
    CONSTRAINT "PK_ComptesClesDAcces" PRIMARY KEY ("CredentialId"),
    CONSTRAINT "FK_ComptesClesDAcces_Comptes_UserId" FOREIGN KEY ("UserId") REFERENCES "Comptes" ("Id") ON DELETE CASCADE
);
CREATE INDEX "IX_ComptesClesDAcces_UserId" ON "ComptesClesDAcces" ("UserId");
