namespace Neuvieme.Fonctions.Archives;

/// <summary>Retient ce que le zip écrit jusqu'à ce qu'on le vide sans bloquer : le cadre écrit encore de façon bloquante en fermant une entrée, ce que le serveur refuse.</summary>
sealed class Tampon(Stream sortie) : Stream
{
    readonly MemoryStream _retenu = new();

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public async Task Vider(CancellationToken ct)
    {
        await sortie.WriteAsync(_retenu.GetBuffer().AsMemory(0, (int)_retenu.Length), ct);
        _retenu.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) => _retenu.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _retenu.Write(buffer);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _retenu.Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
