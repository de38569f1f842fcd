CREATE TABLE "Academies" (
    "Code" TEXT NOT NULL CONSTRAINT "PK_Academies" PRIMARY KEY,
    "Libelle" TEXT NOT NULL
);


CREATE TABLE "ClesDeProtection" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ClesDeProtection" PRIMARY KEY AUTOINCREMENT,
    "Nom" TEXT NOT NULL,
    "Xml" TEXT NOT NULL
);


CREATE TABLE "Comptes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Comptes" PRIMARY KEY AUTOINCREMENT,
    "NomAffiche" TEXT NOT NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" TEXT NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
);


CREATE TABLE "Imports" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Imports" PRIMARY KEY AUTOINCREMENT,
    "Uai" TEXT NOT NULL,
    "Annee" INTEGER NOT NULL,
    "NomFichier" TEXT NOT NULL,
    "Sha256" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    "Auteur" TEXT NOT NULL,
    "Nouveaux" INTEGER NOT NULL,
    "Changes" INTEGER NOT NULL,
    "Inchanges" INTEGER NOT NULL,
    "Absents" INTEGER NOT NULL
);


CREATE TABLE "ImportsEnAttente" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ImportsEnAttente" PRIMARY KEY AUTOINCREMENT,
    "CompteId" INTEGER NOT NULL,
    "Uai" TEXT NOT NULL,
    "Annee" INTEGER NOT NULL,
    "NomFichier" TEXT NOT NULL,
    "Contenu" BLOB NOT NULL,
    "InstantUtc" TEXT NOT NULL
);


CREATE TABLE "Journal" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Journal" PRIMARY KEY AUTOINCREMENT,
    "Portee" TEXT NOT NULL,
    "Rang" INTEGER NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    "CompteId" INTEGER NULL,
    "Auteur" TEXT NOT NULL,
    "Qualite" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "Objet" TEXT NOT NULL,
    "Avant" TEXT NOT NULL,
    "Apres" TEXT NOT NULL,
    "Motif" TEXT NOT NULL,
    "EmpreintePrecedente" TEXT NOT NULL,
    "Empreinte" TEXT NOT NULL
);


CREATE TABLE "Etablissements" (
    "Uai" TEXT NOT NULL CONSTRAINT "PK_Etablissements" PRIMARY KEY,
    "Denomination" TEXT NOT NULL,
    "AcademieCode" TEXT NOT NULL,
    "NatureCode" TEXT NOT NULL,
    "Secteur" TEXT NOT NULL,
    "EducationPrioritaire" TEXT NOT NULL,
    "Adresse" TEXT NOT NULL,
    "CodePostal" TEXT NOT NULL,
    "Commune" TEXT NOT NULL,
    "Telephone" TEXT NOT NULL,
    CONSTRAINT "FK_Etablissements_Academies_AcademieCode" FOREIGN KEY ("AcademieCode") REFERENCES "Academies" ("Code") ON DELETE RESTRICT
);


CREATE TABLE "Parametres" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Parametres" PRIMARY KEY AUTOINCREMENT,
    "AcademieCode" TEXT NOT NULL,
    "Cle" TEXT NOT NULL,
    "Valeur" INTEGER NOT NULL,
    "Depuis" TEXT NOT NULL,
    "Motif" TEXT NOT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    CONSTRAINT "FK_Parametres_Academies_AcademieCode" FOREIGN KEY ("AcademieCode") REFERENCES "Academies" ("Code") ON DELETE RESTRICT
);


CREATE TABLE "ComptesIdentitesExternes" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" INTEGER NOT NULL,
    CONSTRAINT "PK_ComptesIdentitesExternes" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_ComptesIdentitesExternes_Comptes_UserId" FOREIGN KEY ("UserId") REFERENCES "Comptes" ("Id") ON DELETE CASCADE
);


CREATE TABLE "ComptesJetons" (
    "UserId" INTEGER NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_ComptesJetons" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_ComptesJetons_Comptes_UserId" FOREIGN KEY ("UserId") REFERENCES "Comptes" ("Id") ON DELETE CASCADE
);


CREATE TABLE "ComptesRevendications" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ComptesRevendications" PRIMARY KEY AUTOINCREMENT,
    "UserId" INTEGER NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_ComptesRevendications_Comptes_UserId" FOREIGN KEY ("UserId") REFERENCES "Comptes" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Habilitations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Habilitations" PRIMARY KEY AUTOINCREMENT,
    "CompteId" INTEGER NOT NULL,
    "Role" TEXT NOT NULL,
    "Uai" TEXT NULL,
    "AcademieCode" TEXT NULL,
    "Debut" TEXT NOT NULL,
    "Fin" TEXT NULL,
    CONSTRAINT "FK_Habilitations_Comptes_CompteId" FOREIGN KEY ("CompteId") REFERENCES "Comptes" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Agents" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Agents" PRIMARY KEY AUTOINCREMENT,
    "Uai" TEXT NOT NULL,
    "TypeSts" TEXT NOT NULL,
    "IdSts" TEXT NOT NULL,
    "Civilite" TEXT NOT NULL,
    "NomUsage" TEXT NOT NULL,
    "NomPatronymique" TEXT NOT NULL,
    "Prenom" TEXT NOT NULL,
    "PrenomSts" TEXT NOT NULL,
    "Sexe" TEXT NOT NULL,
    "EmpreinteNaissance" TEXT NULL,
    "FonctionSts" TEXT NOT NULL,
    "GradeSts" TEXT NOT NULL,
    "Fonction" TEXT NOT NULL,
    "Corps" TEXT NOT NULL,
    "Courriel" TEXT NULL,
    "CompteId" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Agents_Comptes_CompteId" FOREIGN KEY ("CompteId") REFERENCES "Comptes" ("Id") ON DELETE SET NULL,
    CONSTRAINT "FK_Agents_Etablissements_Uai" FOREIGN KEY ("Uai") REFERENCES "Etablissements" ("Uai") ON DELETE RESTRICT
);


CREATE TABLE "Avis" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Avis" PRIMARY KEY AUTOINCREMENT,
    "Uai" TEXT NOT NULL,
    "Annee" INTEGER NOT NULL,
    "Instance" TEXT NOT NULL,
    "RenduLe" TEXT NOT NULL,
    "Sens" TEXT NOT NULL,
    "Pour" INTEGER NULL,
    "Contre" INTEGER NULL,
    "Abstentions" INTEGER NULL,
    "Observations" TEXT NOT NULL,
    "PlanPresente" TEXT NOT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    CONSTRAINT "FK_Avis_Etablissements_Uai" FOREIGN KEY ("Uai") REFERENCES "Etablissements" ("Uai") ON DELETE RESTRICT
);


CREATE TABLE "LignesEnveloppe" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_LignesEnveloppe" PRIMARY KEY AUTOINCREMENT,
    "Uai" TEXT NOT NULL,
    "Annee" INTEGER NOT NULL,
    "Quarts" INTEGER NOT NULL,
    "Motif" TEXT NOT NULL,
    "NotifieeLe" TEXT NOT NULL,
    "Auteur" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    CONSTRAINT "FK_LignesEnveloppe_Etablissements_Uai" FOREIGN KEY ("Uai") REFERENCES "Etablissements" ("Uai") ON DELETE RESTRICT
);


CREATE TABLE "Missions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Missions" PRIMARY KEY AUTOINCREMENT,
    "Uai" TEXT NOT NULL,
    "Annee" INTEGER NOT NULL,
    "Code" TEXT NOT NULL,
    "Intitule" TEXT NOT NULL,
    "Contenu" TEXT NOT NULL,
    "Duree" TEXT NOT NULL,
    "HeuresEstimees" INTEGER NULL,
    "Niveaux" TEXT NOT NULL,
    "EquipementsPartages" INTEGER NULL,
    "ProjetDeCycle" INTEGER NULL,
    "AppreciationNumerique" INTEGER NULL,
    "AmpleurDecrochage" INTEGER NULL,
    "LienProjetEtablissement" INTEGER NULL,
    "EstTechnologie" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Missions_Etablissements_Uai" FOREIGN KEY ("Uai") REFERENCES "Etablissements" ("Uai") ON DELETE RESTRICT
);


CREATE TABLE "Affectations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Affectations" PRIMARY KEY AUTOINCREMENT,
    "AgentId" INTEGER NOT NULL,
    "Uai" TEXT NOT NULL,
    "Annee" INTEGER NOT NULL,
    "Presente" INTEGER NOT NULL,
    "DisciplineCode" TEXT NOT NULL,
    "DisciplineLibelle" TEXT NOT NULL,
    "EnseigneEps" INTEGER NOT NULL,
    "EnseigneTechnologie" INTEGER NOT NULL,
    "HeuresEpsCentiemes" INTEGER NULL,
    "MaximumServiceCentiemes" INTEGER NULL,
    "OrigineHeures" TEXT NOT NULL,
    "ServiceCompletCpge" INTEGER NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Affectations_Agents_AgentId" FOREIGN KEY ("AgentId") REFERENCES "Agents" ("Id") ON DELETE CASCADE
);


CREATE TABLE "Attributions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Attributions" PRIMARY KEY AUTOINCREMENT,
    "MissionId" INTEGER NOT NULL,
    "Uai" TEXT NOT NULL,
    "Annee" INTEGER NOT NULL,
    "AgentId" INTEGER NULL,
    "Forme" TEXT NOT NULL,
    "Centimes" INTEGER NOT NULL,
    "Justification" TEXT NOT NULL,
    "Etat" TEXT NOT NULL,
    "AccordDemandeLe" TEXT NULL,
    "AccordReponduLe" TEXT NULL,
    "ProposeeLe" TEXT NULL,
    "ProposeePar" TEXT NOT NULL,
    "InstruiteLe" TEXT NULL,
    "InstruitePar" TEXT NOT NULL,
    "MotifInstruction" TEXT NOT NULL,
    "ServiceFaitLe" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Attributions_Agents_AgentId" FOREIGN KEY ("AgentId") REFERENCES "Agents" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Attributions_Etablissements_Uai" FOREIGN KEY ("Uai") REFERENCES "Etablissements" ("Uai") ON DELETE RESTRICT,
    CONSTRAINT "FK_Attributions_Missions_MissionId" FOREIGN KEY ("MissionId") REFERENCES "Missions" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Echeances" (
    "AttributionId" INTEGER NOT NULL,
    "Rang" INTEGER NOT NULL,
    "Mois" INTEGER NOT NULL,
    "BrutCentimes" INTEGER NOT NULL,
    "NetEstimeCentimes" INTEGER NOT NULL,
    CONSTRAINT "PK_Echeances" PRIMARY KEY ("AttributionId", "Rang"),
    CONSTRAINT "FK_Echeances_Attributions_AttributionId" FOREIGN KEY ("AttributionId") REFERENCES "Attributions" ("Id") ON DELETE RESTRICT
);


CREATE TABLE "Lettres" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Lettres" PRIMARY KEY AUTOINCREMENT,
    "AttributionId" INTEGER NOT NULL,
    "Numero" INTEGER NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Pdf" BLOB NOT NULL,
    "Donnees" TEXT NOT NULL,
    "InstantUtc" TEXT NOT NULL,
    "Auteur" TEXT NOT NULL,
    CONSTRAINT "FK_Lettres_Attributions_AttributionId" FOREIGN KEY ("AttributionId") REFERENCES "Attributions" ("Id") ON DELETE RESTRICT
);


CREATE UNIQUE INDEX "IX_Affectations_AgentId_Annee" ON "Affectations" ("AgentId", "Annee");


CREATE INDEX "IX_Affectations_Uai_Annee" ON "Affectations" ("Uai", "Annee");


CREATE INDEX "IX_Agents_CompteId" ON "Agents" ("CompteId");


CREATE UNIQUE INDEX "IX_Agents_Uai_TypeSts_IdSts" ON "Agents" ("Uai", "TypeSts", "IdSts");


CREATE INDEX "IX_Attributions_AgentId" ON "Attributions" ("AgentId");


CREATE INDEX "IX_Attributions_MissionId" ON "Attributions" ("MissionId");


CREATE INDEX "IX_Attributions_Uai_Annee_Etat" ON "Attributions" ("Uai", "Annee", "Etat");


CREATE UNIQUE INDEX "IX_Avis_Uai_Annee_Instance_RenduLe" ON "Avis" ("Uai", "Annee", "Instance", "RenduLe");


CREATE INDEX "EmailIndex" ON "Comptes" ("NormalizedEmail");


CREATE UNIQUE INDEX "UserNameIndex" ON "Comptes" ("NormalizedUserName");


CREATE INDEX "IX_ComptesIdentitesExternes_UserId" ON "ComptesIdentitesExternes" ("UserId");


CREATE INDEX "IX_ComptesRevendications_UserId" ON "ComptesRevendications" ("UserId");


CREATE INDEX "IX_Etablissements_AcademieCode" ON "Etablissements" ("AcademieCode");


CREATE INDEX "IX_Habilitations_CompteId" ON "Habilitations" ("CompteId");


CREATE INDEX "IX_Habilitations_Uai_Role" ON "Habilitations" ("Uai", "Role");


CREATE INDEX "IX_Imports_Uai_Annee_InstantUtc" ON "Imports" ("Uai", "Annee", "InstantUtc");


CREATE INDEX "IX_Journal_Portee_Objet" ON "Journal" ("Portee", "Objet");


CREATE UNIQUE INDEX "IX_Journal_Portee_Rang" ON "Journal" ("Portee", "Rang");


CREATE UNIQUE INDEX "IX_Lettres_AttributionId_Numero" ON "Lettres" ("AttributionId", "Numero");


CREATE INDEX "IX_LignesEnveloppe_Uai_Annee" ON "LignesEnveloppe" ("Uai", "Annee");


CREATE INDEX "IX_Missions_Uai_Annee" ON "Missions" ("Uai", "Annee");


CREATE INDEX "IX_Parametres_AcademieCode_Cle_Depuis" ON "Parametres" ("AcademieCode", "Cle", "Depuis");


