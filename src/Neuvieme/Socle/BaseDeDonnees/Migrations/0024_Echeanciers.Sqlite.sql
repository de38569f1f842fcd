CREATE TABLE "Beneficiaires" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Beneficiaires" PRIMARY KEY AUTOINCREMENT,
    "AttributionId" INTEGER NOT NULL,
    "AgentId" INTEGER NOT NULL,
    "Titulaire" INTEGER NOT NULL,
    CONSTRAINT "FK_Beneficiaires_Attributions_AttributionId" FOREIGN KEY ("AttributionId") REFERENCES "Attributions" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Beneficiaires_Agents_AgentId" FOREIGN KEY ("AgentId") REFERENCES "Agents" ("Id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "IX_Beneficiaires_AttributionId_AgentId" ON "Beneficiaires" ("AttributionId", "AgentId");
CREATE INDEX "IX_Beneficiaires_AgentId" ON "Beneficiaires" ("AgentId");

CREATE TABLE "VersionsEcheancier" (
    "AttributionId" INTEGER NOT NULL,
    "Numero" INTEGER NOT NULL,
    "Cause" TEXT NOT NULL,
    "Explication" TEXT NOT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    CONSTRAINT "PK_VersionsEcheancier" PRIMARY KEY ("AttributionId", "Numero"),
    CONSTRAINT "FK_VersionsEcheancier_Attributions_AttributionId" FOREIGN KEY ("AttributionId") REFERENCES "Attributions" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Interruptions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Interruptions" PRIMARY KEY AUTOINCREMENT,
    "AttributionId" INTEGER NOT NULL,
    "Genre" TEXT NOT NULL,
    "Nature" TEXT NOT NULL,
    "Du" TEXT NOT NULL,
    "Au" TEXT NOT NULL,
    "RemplacantId" INTEGER NULL,
    "AccordLe" TEXT NULL,
    "AccordeLe" TEXT NULL,
    "JoursDejaPris" INTEGER NOT NULL,
    "SansCarence" INTEGER NOT NULL,
    "Motif" TEXT NOT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    "AnnuleeUtc" TEXT NULL,
    "AnnuleePar" TEXT NOT NULL,
    "MotifAnnulation" TEXT NOT NULL,
    CONSTRAINT "FK_Interruptions_Attributions_AttributionId" FOREIGN KEY ("AttributionId") REFERENCES "Attributions" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Interruptions_Agents_RemplacantId" FOREIGN KEY ("RemplacantId") REFERENCES "Agents" ("Id") ON DELETE RESTRICT
);
CREATE INDEX "IX_Interruptions_AttributionId" ON "Interruptions" ("AttributionId");
CREATE INDEX "IX_Interruptions_RemplacantId" ON "Interruptions" ("RemplacantId");

INSERT INTO "Beneficiaires" ("AttributionId", "AgentId", "Titulaire")
SELECT "Id", "AgentId", 1 FROM "Attributions" AS "a" WHERE "AgentId" IS NOT NULL AND EXISTS (SELECT 1 FROM "Echeances" AS "e" WHERE "e"."AttributionId" = "a"."Id") ORDER BY "Id";
INSERT INTO "VersionsEcheancier" ("AttributionId", "Numero", "Cause", "Explication", "Auteur", "InstantUtc")
SELECT "b"."AttributionId", 1, 'Validation', '', "a"."InstruitePar", "a"."InstruiteLe" FROM "Beneficiaires" AS "b" JOIN "Attributions" AS "a" ON "a"."Id" = "b"."AttributionId";

ALTER TABLE "Echeances" RENAME TO "EcheancesAvant";
CREATE TABLE "Echeances" (
    "BeneficiaireId" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Rang" INTEGER NOT NULL,
    "AttributionId" INTEGER NOT NULL,
    "Courante" INTEGER NOT NULL,
    "Mois" INTEGER NOT NULL,
    "Paie" INTEGER NOT NULL,
    "BrutCentimes" INTEGER NOT NULL,
    "NetEstimeCentimes" INTEGER NOT NULL,
    CONSTRAINT "PK_Echeances" PRIMARY KEY ("BeneficiaireId", "Version", "Rang"),
    CONSTRAINT "FK_Echeances_Beneficiaires_BeneficiaireId" FOREIGN KEY ("BeneficiaireId") REFERENCES "Beneficiaires" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Echeances_Attributions_AttributionId" FOREIGN KEY ("AttributionId") REFERENCES "Attributions" ("Id") ON DELETE RESTRICT
);
INSERT INTO "Echeances" ("BeneficiaireId", "Version", "Rang", "AttributionId", "Courante", "Mois", "Paie", "BrutCentimes", "NetEstimeCentimes")
SELECT "b"."Id", 1, "e"."Rang", "e"."AttributionId", 1, "e"."Mois", "e"."Paie", "e"."BrutCentimes", "e"."NetEstimeCentimes" FROM "EcheancesAvant" AS "e" JOIN "Beneficiaires" AS "b" ON "b"."AttributionId" = "e"."AttributionId";
DROP TABLE "EcheancesAvant";
CREATE INDEX "IX_Echeances_AttributionId" ON "Echeances" ("AttributionId");
