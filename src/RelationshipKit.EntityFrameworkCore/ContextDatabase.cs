using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace RelationshipKit.EntityFrameworkCore;

/// <summary>The database of your own app DbContext.</summary>
internal sealed class ContextDatabase<TContext>(IServiceScopeFactory scopes) : StoreDatabase
    where TContext : DbContext
{
    public override async ValueTask<StoreConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        try
        {
            var connection = scope.ServiceProvider.GetRequiredService<TContext>().Database.GetDbConnection();
            if (connection.State != ConnectionState.Open)
            {
                await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            }

            return new StoreConnection(connection, scope);
        }
        catch
        {
            await scope.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
