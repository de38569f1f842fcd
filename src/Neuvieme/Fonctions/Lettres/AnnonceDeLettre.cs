using Neuvieme.Fonctions.Courriels;
using Neuvieme.Socle;

namespace Neuvieme.Fonctions.Lettres;

/// <summary>Ce qu'un courriel dit d'une lettre : qu'elle attend, et où la lire ; jamais son contenu ni un montant.</summary>
public static class AnnonceDeLettre
{
    public static string Sujet(long lettreId) => $"lettre:{lettreId}";

    public static Depot ASigner(Lettre l) => Inviter(l.Id, l.Cle, l.Agent.CompteId!.Value, l.Intitule, l.ExpireLe!.Value, "Votre lettre de mission est à signer", $"lettre-a-signer:{l.Id}:{l.Version}");

    public static Depot Rappel(long lettreId, string adresse, long compteId, string intitule, DateOnly expireLe, DateOnly jour) =>
        Inviter(lettreId, adresse, compteId, intitule, expireLe, "Une lettre de mission attend votre signature", $"lettre-rappel:{lettreId}:{jour:yyyyMMdd}");

    static Depot Inviter(long lettreId, string adresse, long compteId, string intitule, DateOnly expireLe, string objet, string cle) => new(compteId, GenreCourriel.Lettre, objet,
        $"Votre lettre de mission pour « {intitule} » attend votre signature, jusqu’au {Francais.Date(expireLe)}. Lisez-la, puis signez-la, demandez un changement ou déclinez :\n/mes-missions/signer/{adresse}", cle)
    { Sujet = Sujet(lettreId), PerimeUtc = Horloge.DebutDuJour(expireLe.AddDays(1)) };

    /// <summary>Son chef a dit qu'elle avait signé de sa main : elle l'apprend aussitôt, et sait quoi faire si c'est faux.</summary>
    public static Depot SurPapier(Lettre l, DateOnly signeeLe) => new(l.Agent.CompteId!.Value, GenreCourriel.Lettre, "Une lettre de mission signée de votre main a été déposée",
        $"Votre établissement a déposé la numérisation de votre lettre de mission pour « {l.Intitule} », signée sur papier le {Francais.Date(signeeLe)}. Regardez-la. Si ce n’est pas votre signature, ou pas cette lettre, écrivez-le aussitôt à votre chef d’établissement et au rectorat : la lettre est marquée comme signée par vous.\n/mes-missions/signer/{l.Cle}", $"lettre-papier:{l.Id}:{l.Version}")
    { ToujoursAussitot = true };

    /// <summary>À l'autorité qui signe : la personne a signé, décliné ou demandé un changement. La même phrase dans les trois cas.</summary>
    public static Depot AuChef(Lettre l, long chef) => new(chef, GenreCourriel.Reponse, "Une lettre de mission a avancé",
        "Une personne a répondu à une lettre de mission que vous avez envoyée. La suite se lit dans « Lettres » :\n/lettres", $"lettre-reponse:{l.Id}:{l.Version}");

    public static Depot Complete(Lettre l) => new(l.Agent.CompteId!.Value, GenreCourriel.Lettre, "Votre lettre de mission est signée",
        $"Votre lettre de mission pour « {l.Intitule} » porte toutes ses signatures. Elle se lit et se garde, avec sa preuve, depuis :\n{l.AdresseDeLAgent}", $"lettre-signee:{l.Id}");
}
