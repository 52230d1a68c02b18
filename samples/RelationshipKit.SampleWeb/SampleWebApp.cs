using NodaTime;
using RelationshipKit.SampleWeb.Books;
using RelationshipKit.SampleWeb.Pages;
using RelationshipKit.SampleWeb.Pictures;
using RelationshipKit.SampleWeb.Posts;

namespace RelationshipKit.SampleWeb;

/// <summary>The page as a whole: what it listens to, what it keeps to itself, and where each address leads.</summary>
public static class SampleWebApp
{
    /// <summary>Where the page is if nothing else was said: on this computer, for nobody else.</summary>
    public const string DefaultAddress = "http://127.0.0.1:5150";

    // Every form but that of the files is small.
    private const long MostBytesOfAForm = 256 * 1024;

    /// <summary>Makes the page, ready to run.</summary>
    /// <param name="args">The arguments of the program, such as <c>--urls</c>.</param>
    /// <param name="clock">The clock; that of the computer if left out.</param>
    /// <param name="book">The file of the book; if left out, the one that the variable names, else people.db in this folder.</param>
    public static WebApplication Create(string[] args, IClock? clock = null, string? book = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (string.IsNullOrEmpty(builder.Configuration["urls"]) && string.IsNullOrEmpty(builder.Configuration["http_ports"])
            && string.IsNullOrEmpty(builder.Configuration["https_ports"])
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        // A page of another site must not reach this one by a name that it makes point here.
        builder.Configuration["AllowedHosts"] ??= "localhost;127.0.0.1;[::1]";
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytesOfAForm;
        });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Services.AddRazorComponents();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "relationshipkit-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        builder.Services.AddSingleton(clock ?? SystemClock.Instance);
        builder.Services.AddSingleton(BookPlace.Of(book));
        builder.Services.AddSingleton<BookKeeper>();
        builder.Services.AddSingleton<Answers>();
        builder.Services.AddSingleton<Uploads>();
        builder.Services.AddSingleton<CalendarAddress>();
        builder.Services.AddScoped<Act>();
        builder.Services.AddScoped<BookSession>();
        builder.Services.AddScoped<Said>();

        var app = builder.Build();
        app.UseExceptionHandler(Failure.Handle);
        app.Use(Headers.AddAsync);
        app.UseStatusCodePages(Failure.ShowAsync);
        app.UseWhen(
            context =>
                context.GetEndpoint()?.Metadata.GetMetadata<NeedsNoBook>() is null, branch => branch.Use(BookSession.OpenFirstAsync));
        app.UseMiddleware<UploadLimit>();
        app.UseAntiforgery();
        app.MapRazorComponents<App>();
        app.MapPictures();
        app.MapFiles();
        app.MapExports();
        app.MapBookPosts();
        app.MapWeekPosts();
        app.MapPersonPosts();
        app.MapTouchPosts();
        app.MapImportPosts();
        return app;
    }
}
