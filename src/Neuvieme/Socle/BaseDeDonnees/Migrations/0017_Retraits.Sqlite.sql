ALTER TABLE "Missions" ADD COLUMN "RetireeUtc" TEXT NULL;
ALTER TABLE "Attributions" ADD COLUMN "RetireeUtc" TEXT NULL;
