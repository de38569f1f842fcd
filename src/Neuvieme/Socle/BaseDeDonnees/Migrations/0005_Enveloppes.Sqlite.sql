CREATE TABLE "DemandesComplement" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_DemandesComplement" PRIMARY KEY AUTOINCREMENT,
    "Uai" TEXT NOT NULL,
    "Annee" INTEGER NOT NULL,
    "Quarts" INTEGER NOT NULL,
    "Motif" TEXT NOT NULL,
    "Etat" TEXT NOT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    "CleSaisie" TEXT NOT NULL,
    "QuartsAccordes" INTEGER NOT NULL,
    "Reponse" TEXT NOT NULL,
    "Repondeur" TEXT NOT NULL,
    "ReponseUtc" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_DemandesComplement_Etablissements_Uai" FOREIGN KEY ("Uai") REFERENCES "Etablissements" ("Uai") ON DELETE RESTRICT
);
CREATE INDEX "IX_DemandesComplement_Uai_Annee" ON "DemandesComplement" ("Uai", "Annee");
CREATE UNIQUE INDEX "IX_DemandesComplement_Uai_CleSaisie" ON "DemandesComplement" ("Uai", "CleSaisie");

CREATE TABLE "Conversions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Conversions" PRIMARY KEY AUTOINCREMENT,
    "Uai" TEXT NOT NULL,
    "Annee" INTEGER NOT NULL,
    "MissionId" INTEGER NULL,
    "Intitule" TEXT NOT NULL,
    "AgentId" INTEGER NOT NULL,
    "HeuresCentiemes" INTEGER NOT NULL,
    "AccordLe" TEXT NULL,
    "PieceAccord" TEXT NOT NULL,
    "PropositionCaLe" TEXT NULL,
    "DemandeDasenLe" TEXT NULL,
    "EnseignantsInformesLe" TEXT NULL,
    "Etat" TEXT NOT NULL,
    "DecideePar" TEXT NOT NULL,
    "DecideeLe" TEXT NULL,
    "MotifDecision" TEXT NOT NULL,
    "InstruitePar" TEXT NOT NULL,
    "InstruiteUtc" TEXT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    "CleSaisie" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Conversions_Agents_AgentId" FOREIGN KEY ("AgentId") REFERENCES "Agents" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Conversions_Etablissements_Uai" FOREIGN KEY ("Uai") REFERENCES "Etablissements" ("Uai") ON DELETE RESTRICT,
    CONSTRAINT "FK_Conversions_Missions_MissionId" FOREIGN KEY ("MissionId") REFERENCES "Missions" ("Id") ON DELETE SET NULL
);
CREATE INDEX "IX_Conversions_AgentId" ON "Conversions" ("AgentId");
CREATE INDEX "IX_Conversions_MissionId" ON "Conversions" ("MissionId");
CREATE INDEX "IX_Conversions_Uai_Annee" ON "Conversions" ("Uai", "Annee");
CREATE UNIQUE INDEX "IX_Conversions_Uai_CleSaisie" ON "Conversions" ("Uai", "CleSaisie");

CREATE TABLE "SaisiesSts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SaisiesSts" PRIMARY KEY AUTOINCREMENT,
    "AttributionId" INTEGER NOT NULL,
    "Uai" TEXT NOT NULL,
    "Annee" INTEGER NOT NULL,
    "Ligne" TEXT NOT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    "AnnuleeUtc" TEXT NULL,
    "AnnuleePar" TEXT NOT NULL,
    "MotifAnnulation" TEXT NOT NULL,
    CONSTRAINT "FK_SaisiesSts_Attributions_AttributionId" FOREIGN KEY ("AttributionId") REFERENCES "Attributions" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_SaisiesSts_Etablissements_Uai" FOREIGN KEY ("Uai") REFERENCES "Etablissements" ("Uai") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "IX_SaisiesSts_AttributionId" ON "SaisiesSts" ("AttributionId") WHERE "AnnuleeUtc" IS NULL;
CREATE INDEX "IX_SaisiesSts_Uai_Annee" ON "SaisiesSts" ("Uai", "Annee");

ALTER TABLE "LignesEnveloppe" ADD COLUMN "Genre" TEXT NOT NULL DEFAULT 'Ajustement';
UPDATE "LignesEnveloppe" SET "Genre" = 'Reprise' WHERE "Quarts" < 0;
UPDATE "LignesEnveloppe" SET "Genre" = 'Initiale' WHERE "Quarts" > 0 AND "Id" IN (SELECT MIN("Id") FROM "LignesEnveloppe" GROUP BY "Uai", "Annee");
ALTER TABLE "LignesEnveloppe" ADD COLUMN "ComplementId" INTEGER NULL REFERENCES "DemandesComplement" ("Id") ON DELETE RESTRICT;
ALTER TABLE "LignesEnveloppe" ADD COLUMN "ConversionId" INTEGER NULL REFERENCES "Conversions" ("Id") ON DELETE RESTRICT;
CREATE UNIQUE INDEX "IX_LignesEnveloppe_ComplementId" ON "LignesEnveloppe" ("ComplementId");
CREATE UNIQUE INDEX "IX_LignesEnveloppe_ConversionId_Genre" ON "LignesEnveloppe" ("ConversionId", "Genre");
