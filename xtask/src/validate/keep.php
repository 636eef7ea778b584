<?php
// What WordPress keeps of some HTML, by its own filters: printed.
//
// Run with its folder, what the author may do (`filtered`, `unfiltered`) and the HTML; or with its folder, `oembed`, the
// HTML of an oEmbed document and the address of its page.

[, $folder, $rights, $html] = $argv;

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

if ($rights === 'oembed') {
    echo wp_filter_oembed_result($html, (object) ['type' => 'rich'], $argv[4]);
} else {
    kses_init();
    echo wp_unslash(apply_filters('content_save_pre', wp_slash($html)));
}
