using Microsoft.EntityFrameworkCore;
using Neuvieme.Droit;
using Neuvieme.Fonctions.Comptes;
using Neuvieme.Fonctions.Lettres;
using Neuvieme.Fonctions.Lettres.Composer;
using Neuvieme.Fonctions.Lettres.Envoyer;
using Neuvieme.Fonctions.Lettres.Etablir;
using Neuvieme.Fonctions.Lettres.Signer;
using Neuvieme.Fonctions.MissionsDirectes;
using Neuvieme.Socle;
using Neuvieme.Socle.BaseDeDonnees;
using Neuvieme.Socle.Courrier;
using Neuvieme.Socle.Documents;

namespace Neuvieme.Demo;

/// <summary>Établit la lettre d'une mission, l'envoie, la fait lire et signer des deux : les gestes mêmes de l'application, avec leur moteur.</summary>
sealed class LettresDeDemo(NeuviemeDb db, MoteurTypst moteur, ReglagesCourrier site, AnneeScolaire annee, CancellationToken ct)
{
    /// <summary>Faux, et rien d'écrit, si le moteur de documents ne répond pas ici.</summary>
    public async Task<bool> Signer(long mission, Auteur autorite, Role role, Auteur personne)
    {
        db.ChangeTracker.Clear();
        var m = await db.MissionsDirectes.AsNoTracking().SingleAsync(x => x.Id == mission, ct);
        var (_, refus) = await EtablirDirectes.Executer(db, moteur, site, Demonstration.Academie, Lire, Signataire.De(autorite, role), autorite, ct);
        if (refus.Count > 0)
        {
            return false;
        }

        var siennes = db.Lettres.Where(l => l.MissionDirecteId == mission && l.Etat != EtatLettre.Remplacee);
        db.ChangeTracker.Clear();
        var lettre = await siennes.AsNoTracking().AvecSujet().SingleAsync(ct);
        RecitDeDemo.Exiger(await new EnvoyerALaSignature([lettre.Id]).Executer(db, siennes, Demonstration.Academie, autorite, ct));
        db.ChangeTracker.Clear();
        await NoterLaLecture.Executer(db, lettre.Portee, lettre.Objet, lettre.Id, personne, ct);
        var preuve = new Preuve(MoyenDeSignature.MotDePasse, "127.0.0.1", "démonstration");
        foreach (var (partie, qui) in new[] { (Partie.Agent, personne), (Partie.Chef, autorite) })
        {
            db.ChangeTracker.Clear();
            RecitDeDemo.Exiger(await new SignerLettre([new(lettre.Id, lettre.Sha256)], partie, preuve).Executer(db, siennes, qui, ct));
        }

        return true;

        async Task<IReadOnlyList<EtatDirect>> Lire()
        {
            var plan = await PlanDirect.Charger(db, Demonstration.Academie, Porteurs.De(m), annee, autorite.Aujourdhui, ct);
            db.ChangeTracker.Clear();
            return await EtatsDirects.Lire(db, plan, x => x.Id == mission, Signataire.De(autorite, role), ct);
        }
    }
}
