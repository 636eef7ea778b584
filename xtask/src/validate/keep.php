<?php
// What WordPress keeps of the code that docs/integrer.md gives to other sites, by its own filters.
//
// Run with the folder of WordPress and what the author may do (`filtered`, `unfiltered`), then a snippet, the name of
// its element and what is expected, as many times as there are snippets. With `oembed`: the HTML and the address
// of an oEmbed document, then what must be in the result.

[, $folder, $rights] = $argv;
$cases = array_slice($argv, 3);

define('ABSPATH', "$folder/");
define('WPINC', 'wp-includes');
foreach (['compat', 'load', 'plugin', 'functions', 'l10n', 'formatting', 'kses', 'embed', 'class-wp-oembed'] as $part) {
    require_once ABSPATH . WPINC . "/$part.php";
}

// These ask the database, or chance.
function current_user_can($capability) {
    return $capability === 'unfiltered_html' && $GLOBALS['rights'] === 'unfiltered';
}
function home_url() {
    return 'https://mairie.example';
}
function wp_generate_password() {
    return 'unmot12345';
}

// In the words of the table.
function told($before, $after, $tag) {
    $attributes = function ($html) use ($tag) {
        if (!preg_match("/<$tag\\b([^>]*)>/", $html, $found)) {
            return null;
        }
        preg_match_all('/([\w-]+)(?==| |$)(?:="[^"]*")?/', $found[1], $names);
        return $names[1];
    };
    $kept = $attributes($after);
    if ($kept === null) {
        return preg_match('/<a [^>]*href=/', $after) ? 'le lien' : 'non';
    }
    $lost = array_diff($attributes($before), $kept);
    return $lost ? 'oui, sans ' . implode(', ', $lost) : 'oui';
}

$faults = [];
if ($rights === 'oembed') {
    [$html, $url] = $cases;
    $kept = wp_filter_oembed_result($html, (object) ['type' => 'rich'], $url);
    foreach (array_slice($cases, 2) as $expected) {
        if (!str_contains((string) $kept, $expected)) {
            $faults[] = "no $expected in $kept";
        }
    }
} else {
    kses_init();
    foreach (array_chunk($cases, 3) as [$snippet, $tag, $expected]) {
        $kept = wp_unslash(apply_filters('content_save_pre', wp_slash($snippet)));
        $found = told($snippet, $kept, $tag);
        if ($found !== $expected) {
            $faults[] = "$tag: « $found », and the table says « $expected »:\n$kept";
        }
    }
}
if ($faults) {
    fwrite(STDERR, implode("\n", $faults) . "\n");
    exit(1);
}
