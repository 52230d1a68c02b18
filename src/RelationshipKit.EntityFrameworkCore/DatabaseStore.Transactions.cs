using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace RelationshipKit.EntityFrameworkCore;

/// <content>Transactions, and their logs and metrics.</content>
public sealed partial class DatabaseStore
{
    private async Task<T> ReadAsync<T>(Func<DbTransaction, Task<T>> read, CancellationToken cancellationToken)
    {
        var opened = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (opened.ConfigureAwait(false))
        {
            var transaction = await database.BeginReadAsync(opened.Connection, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                return await read(transaction).ConfigureAwait(false);
            }
        }
    }

    private async Task<T> WriteAsync<T>(
        Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken, Func<T, bool>? commit = null)
    {
        var opened = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (opened.ConfigureAwait(false))
        {
            var transaction = await database.BeginWriteAsync(opened.Connection, cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                var result = await write(transaction).ConfigureAwait(false);
                if (commit?.Invoke(result) ?? true)
                {
                    // Once it is being made durable it is not cancelled: nobody would know what became of it.
                    await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                }

                return result;
            }
        }
    }

    [LoggerMessage(1, LogLevel.Information, "A book was created with {Contacts} contacts and {Touchpoints} touchpoints.")]
    private partial void LogCreated(int contacts, int touchpoints);

    [LoggerMessage(2, LogLevel.Debug, "An update of {Changes} changes was saved as revision {Revision}.")]
    private partial void LogSaved(int changes, long revision);

    [LoggerMessage(3, LogLevel.Information, "An update was not saved: {Result}.")]
    private partial void LogNotSaved(SaveResult result);

    [LoggerMessage(4, LogLevel.Information, "An owner was erased.")]
    private partial void LogErasedOwner();
}
