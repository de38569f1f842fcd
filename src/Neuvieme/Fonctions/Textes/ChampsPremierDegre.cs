using Neuvieme.Droit;
using Neuvieme.Droit.ImpPremierDegre;
using Duree = Neuvieme.Droit.ImpSecondDegre.Duree;
using static Neuvieme.Fonctions.Textes.Cles<Neuvieme.Droit.ImpPremierDegre.Situation>;

namespace Neuvieme.Fonctions.Textes;

/// <summary>Les clés d'une IMP du premier degré.</summary>
static class ChampsPremierDegre
{
    public static readonly Champ[] Situation =
    [
        Cles.Reference,
        Fait("date", "Jour où le droit est lu.", (s, ref r) => s with { Date = Valeur.Jour(ref r) ?? throw Valeur.Absent() }, obligatoire: true),
        Fait("aujourdhui", "Jour présent : un acte daté d'après lui n'a pas encore eu lieu. Par défaut, date.", (s, ref r) => s with { Aujourdhui = Valeur.Jour(ref r) }),
        Annee((s, annee) => s with { Annee = annee }),
        Choix("mission", "Mission, par son nom ou par son code de nomenclature.", Noms<Mission>.Tous.Concat(Nomenclature.Fiches.Select(f => f.Code)),
            (s, ref r) => s with { Mission = Valeur.ChoixOuCode<Mission>(ref r, c => Nomenclature.DeCode(c)?.Mission) }, obligatoire: true),
        OuiNon("definie_par_autorite", "Hors des deux missions nommées : l'autorité académique a défini la mission.", (s, v) => s with { DefinieParAutorite = v }),
        Somme("montant_centimes", "Montant annuel brut proposé, en centimes d'euro.", (s, v) => s with { Montant = v }),
        Choix<Echelon>("echelon", "Où la mission s'exerce.", (s, v) => s with { Echelon = v }),
        Choix<Secteur>("secteur", "Secteur où l'agent exerce.", (s, v) => s with { Secteur = v }),
        Choix<Corps>("corps", "Corps de l'agent.", (s, v) => s with { Corps = v }),
        Choix<EtatAccord>("accord", "Accord de l'agent. Par défaut absent.", (s, v) => s with { Accord = v }),
        Fait("accord_le", "Jour de la réponse de l'agent.", (s, ref r) => s with { AccordLe = Valeur.Jour(ref r) }),
        Fait("lettre_le", "Jour de la lettre de mission.", (s, ref r) => s with { LettreLe = Valeur.Jour(ref r) }),
        Choix<Autorite>("decidee_par", "Qui a décidé.", (s, v) => s with { DecideePar = v }),
        Fait("decidee_le", "Jour de la décision.", (s, ref r) => s with { DecideeLe = Valeur.Jour(ref r) }),
        OuiNon("autre_indemnite_memes_fonctions", "L'agent reçoit une autre indemnité pour les mêmes fonctions.", (s, v) => s with { AutreIndemniteMemesFonctions = v }),
        Choix<Duree>("duree", "Toute l'année scolaire, ou ponctuelle (toute mission qui ne la couvre pas).", (s, v) => s with { Duree = v }),
        Fait("debut", "Premier jour de la mission.", (s, ref r) => s with { Debut = Valeur.Jour(ref r) }),
        Fait("fin", "Dernier jour de la mission.", (s, ref r) => s with { Fin = Valeur.Jour(ref r) }),
        Fait("service_fait_le", "Mission ponctuelle : jour où le service fait est attesté.", (s, ref r) => s with { ServiceFaitLe = Valeur.Jour(ref r) }),
        Cles.Parametres,
    ];
}
