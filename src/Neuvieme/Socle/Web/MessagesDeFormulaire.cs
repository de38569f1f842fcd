using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Neuvieme.Socle.Web;

static class MessagesDeFormulaire
{
    public static void EnFrancais(MvcOptions options)
    {
        // Un champ vide vaut le texte vide : seuls les champs marqués [Required] sont exigés, avec leur propre phrase.
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.ModelMetadataDetailsProviders.Add(new TexteVide());
        var m = options.ModelBindingMessageProvider;
        m.SetAttemptedValueIsInvalidAccessor((v, champ) => $"{champ} : « {v} » ne convient pas.");
        m.SetValueMustNotBeNullAccessor(_ => "Ce champ est à remplir.");
        m.SetMissingBindRequiredValueAccessor(champ => $"Il manque {champ}.");
        m.SetUnknownValueIsInvalidAccessor(champ => $"{champ} : la valeur ne convient pas.");
        m.SetValueIsInvalidAccessor(v => $"« {v} » ne convient pas.");
        m.SetValueMustBeANumberAccessor(champ => $"{champ} : un nombre est attendu.");
        m.SetNonPropertyAttemptedValueIsInvalidAccessor(v => $"« {v} » ne convient pas.");
        m.SetNonPropertyUnknownValueIsInvalidAccessor(() => "La valeur ne convient pas.");
        m.SetNonPropertyValueMustBeANumberAccessor(() => "La valeur est un nombre.");
        m.SetMissingKeyOrValueAccessor(() => "Il manque une valeur.");
        m.SetMissingRequestBodyRequiredValueAccessor(() => "La requête est vide.");
    }
}

sealed class TexteVide : IDisplayMetadataProvider
{
    /// <summary>Les mots de l'écran pour les champs que la conversion peut refuser : nombres et dates.</summary>
    public static readonly IReadOnlyDictionary<string, string> Libelles = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Abstentions"] = "Abstentions", ["AccordLe"] = "Accord donné le", ["PropositionCaLe"] = "Proposition du conseil d’administration le", ["DemandeDasenLe"] = "Demande à l’IA-DASEN le",
        ["EnseignantsInformesLe"] = "Enseignants informés le", ["MissionId"] = "Mission", ["QuartsAccordes"] = "IMP accordées", ["AgentId"] = "Personne pressentie", ["Annee"] = "Année scolaire", ["Au"] = "Au", ["Centimes"] = "Taux annuel", ["Contre"] = "Votes contre",
        ["OuvreLe"] = "Ouvre le", ["OuvertLe"] = "Ouvert du", ["FermeLe"] = "Ouvert jusqu’au", ["Debut"] = "Premier jour", ["Depuis"] = "À partir du", ["Du"] = "Du", ["Fin"] = "Dernier jour", ["DossierId"] = "Ce qui a été présenté", ["HeuresEps"] = "Heures d’EPS", ["HeuresEstimees"] = "Heures estimées",
        ["InformesLe"] = "Enseignants informés le", ["Le"] = "Date", ["Membres"] = "Membres en exercice", ["Missions"] = "Missions présentées", ["Moyen"] = "Par quel moyen", ["Pour"] = "Votes pour", ["Presents"] = "Membres présents", ["Quarts"] = "Nombre d’IMP", ["RenduLe"] = "Rendu le", ["SeanceLe"] = "Date prévue", ["Sens"] = "Sens", ["Valeur"] = "Valeur",
    };

    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        context.DisplayMetadata.ConvertEmptyStringToNull = context.Key.ModelType != typeof(string);
        if ((context.Key.Name ?? context.Key.ParameterInfo?.Name) is { } nom && Libelles.TryGetValue(nom, out var libelle))
        {
            context.DisplayMetadata.DisplayName = () => libelle;
        }
    }
}

sealed class ErreursDeCompte : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        new() { Code = nameof(PasswordTooShort), Description = $"Le mot de passe a au moins {length} caractères." };

    public override IdentityError PasswordMismatch() =>
        new() { Code = nameof(PasswordMismatch), Description = "Le mot de passe actuel n’est pas celui-là." };

    public override IdentityError DuplicateEmail(string email) =>
        new() { Code = nameof(DuplicateEmail), Description = $"Un compte existe déjà pour {email}." };

    public override IdentityError DuplicateUserName(string userName) =>
        new() { Code = nameof(DuplicateUserName), Description = $"Un compte existe déjà pour {userName}." };

    public override IdentityError InvalidEmail(string? email) =>
        new() { Code = nameof(InvalidEmail), Description = $"« {email} » n’est pas une adresse de courriel." };
}
