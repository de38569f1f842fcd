CREATE TABLE "Seances" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Seances" PRIMARY KEY AUTOINCREMENT,
    "MissionId" INTEGER NOT NULL,
    "Le" TEXT NOT NULL,
    "Debut" INTEGER NOT NULL,
    "DemiHeures" INTEGER NOT NULL,
    "Classe" TEXT NOT NULL,
    "Remplace" TEXT NOT NULL,
    "Etat" TEXT NOT NULL,
    "DeclareeUtc" TEXT NOT NULL,
    "DecideeUtc" TEXT NULL,
    "DecideePar" TEXT NOT NULL,
    "Motif" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Seances_MissionsDirectes_MissionId" FOREIGN KEY ("MissionId") REFERENCES "MissionsDirectes" ("Id") ON DELETE RESTRICT
);
CREATE INDEX "IX_Seances_MissionId_Le_Debut" ON "Seances" ("MissionId", "Le", "Debut");
