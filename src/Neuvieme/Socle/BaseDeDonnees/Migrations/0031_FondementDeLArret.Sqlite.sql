ALTER TABLE "Interruptions" ADD COLUMN "Fondement" TEXT NOT NULL DEFAULT 'Inconnu';
ALTER TABLE "Interruptions" ADD COLUMN "DemandeLe" TEXT NULL;
ALTER TABLE "Interruptions" ADD COLUMN "TientALaPersonne" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Interruptions" ADD COLUMN "InviteeLe" TEXT NULL;
ALTER TABLE "Interruptions" ADD COLUMN "ObserverJusquAu" TEXT NULL;
ALTER TABLE "Interruptions" ADD COLUMN "Observations" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Interruptions" ADD COLUMN "ObservationsUtc" TEXT NULL;
