ALTER TABLE "Attributions" ADD COLUMN "CodeMotif" TEXT NULL;
ALTER TABLE "Attributions" ADD COLUMN "ReponseRectification" TEXT NOT NULL DEFAULT '';

CREATE TABLE "Instructions" (
    "AttributionId" INTEGER NOT NULL CONSTRAINT "PK_Instructions" PRIMARY KEY,
    "ChargeId" INTEGER NULL,
    "ChargeNom" TEXT NOT NULL,
    "MotifAttente" TEXT NOT NULL,
    "AttendreJusquAu" TEXT NULL,
    "EnAttenteDepuis" TEXT NULL,
    "SansRemarque" INTEGER NOT NULL,
    "Recontrole" TEXT NOT NULL,
    "RecontroleePar" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Instructions_Attributions_AttributionId" FOREIGN KEY ("AttributionId") REFERENCES "Attributions" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Instructions_Comptes_ChargeId" FOREIGN KEY ("ChargeId") REFERENCES "Comptes" ("Id") ON DELETE SET NULL
);

CREATE TABLE "NotesInstruction" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_NotesInstruction" PRIMARY KEY AUTOINCREMENT,
    "AttributionId" INTEGER NOT NULL,
    "Texte" TEXT NOT NULL,
    "Importante" INTEGER NOT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    CONSTRAINT "FK_NotesInstruction_Attributions_AttributionId" FOREIGN KEY ("AttributionId") REFERENCES "Attributions" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Instructions_ChargeId" ON "Instructions" ("ChargeId");
CREATE INDEX "IX_NotesInstruction_AttributionId" ON "NotesInstruction" ("AttributionId");
