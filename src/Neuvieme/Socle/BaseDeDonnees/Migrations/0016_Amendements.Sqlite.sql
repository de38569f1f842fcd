ALTER TABLE "Attributions" ADD COLUMN "PropositionFigee" TEXT NOT NULL DEFAULT '';

CREATE TABLE "Amendements" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Amendements" PRIMARY KEY AUTOINCREMENT,
    "AttributionId" INTEGER NOT NULL,
    "Changements" TEXT NOT NULL,
    "Motif" TEXT NOT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    CONSTRAINT "FK_Amendements_Attributions_AttributionId" FOREIGN KEY ("AttributionId") REFERENCES "Attributions" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_Amendements_AttributionId" ON "Amendements" ("AttributionId");
