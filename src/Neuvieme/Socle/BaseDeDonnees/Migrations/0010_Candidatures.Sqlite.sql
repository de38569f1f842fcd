ALTER TABLE "Missions" ADD COLUMN "Publiee" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Attributions" ADD COLUMN "RepondreAvant" TEXT NULL;
ALTER TABLE "Attributions" ADD COLUMN "ModificationDemandee" TEXT NOT NULL DEFAULT '';

CREATE TABLE "AppelsCandidatures" (
    "Uai" TEXT NOT NULL,
    "Annee" INTEGER NOT NULL,
    "OuvertLe" TEXT NOT NULL,
    "FermeLe" TEXT NOT NULL,
    "Message" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "PK_AppelsCandidatures" PRIMARY KEY ("Uai", "Annee"),
    CONSTRAINT "FK_AppelsCandidatures_Etablissements_Uai" FOREIGN KEY ("Uai") REFERENCES "Etablissements" ("Uai") ON DELETE RESTRICT
);

CREATE TABLE "Candidatures" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Candidatures" PRIMARY KEY AUTOINCREMENT,
    "MissionId" INTEGER NOT NULL,
    "AgentId" INTEGER NOT NULL,
    "Mot" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    CONSTRAINT "FK_Candidatures_Missions_MissionId" FOREIGN KEY ("MissionId") REFERENCES "Missions" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Candidatures_Agents_AgentId" FOREIGN KEY ("AgentId") REFERENCES "Agents" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_Candidatures_MissionId_AgentId" ON "Candidatures" ("MissionId", "AgentId");
CREATE INDEX "IX_Candidatures_AgentId" ON "Candidatures" ("AgentId");
