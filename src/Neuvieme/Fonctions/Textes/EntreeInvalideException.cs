namespace Neuvieme.Fonctions.Textes;

/// <summary>Une entrée que la commande ne peut pas lire : le message dit où, quoi, et que faire.</summary>
sealed class EntreeInvalideException : Exception
{
    public EntreeInvalideException()
    {
    }

    public EntreeInvalideException(string message)
        : base(message)
    {
    }

    public EntreeInvalideException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
