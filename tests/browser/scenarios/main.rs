//! What the site must do in every engine.

mod catalogue;
mod catalogues;
mod configure;
mod decide;
mod details;
mod device;
mod embed;
mod embedding;
mod entry_pages;
mod faults;
mod grids;
mod guides;
mod harness;
mod hosting;
mod identity;
mod keyboard;
mod modules;
mod other_catalogue;
mod propose;
mod quality;
mod support;
mod theme;
mod translated;

use std::process::ExitCode;

use communs_browser_tests::{Suite, run};

/// The app has taken the page over and searches words, or has said that it cannot.
const READY: &str = "document.readyState === 'complete' \
     && ['ready', 'absent'].includes(document.documentElement.dataset.app) \
     && document.querySelector('#app main h1') && !document.querySelector('#app [aria-busy=true]')";

/// The pages that screenshots are made of, and whose quality is checked: every
/// kind of page, and the states of the catalogue.
const PAGES: &[&str] = &[
    "/",
    "/catalogue/",
    "/catalogue/?q=mobilite&vue=cartes",
    "/catalogue/?vue=tableau",
    "/catalogue/?q=zzz",
    "/communs/terristory/",
    "/communs/grist/",
    "/programmes/appel-a-communs/",
    "/organisations/ademe/",
    "/ressources/lovac/",
    "/evenements/nec-6/",
    "/contributions/devenir-benevole-dfg/",
    "/definitions/geocommun/",
    "/comprendre/",
    "/contribuer/",
    "/contribuer/?apport=technique,juridique",
    "/collectivites/",
    "/soutiens/",
    "/soutiens/autodiagnostic/",
    "/soutiens/autodiagnostic/?ressource=abouti&communaute=evolution&q1=partie",
    "/a-propos/",
    "/fiches/",
    "/integrer/",
    "/proposer/",
    "/embed/",
    "/embed/?q=mobilite&vue=cartes&apparence=clair",
    "/embed/?theme=mobilite&accent=8d2b2f&apparence=sombre",
    "/embed/communs/terristory/",
    "/comparer/?ids=terristory,rue-commune,grist",
    "/comparer/",
    "/selection/?ids=terristory,rue-commune,panoramax",
    "/relations/",
    "/statistiques/",
    "/rien-ici/",
];

fn main() -> ExitCode {
    let mut suite = Suite::new(READY, PAGES);
    harness::register(&mut suite);
    grids::register(&mut suite);
    catalogue::register(&mut suite);
    catalogues::register(&mut suite);
    configure::register(&mut suite);
    entry_pages::register(&mut suite);
    guides::register(&mut suite);
    decide::register(&mut suite);
    details::register(&mut suite);
    device::register(&mut suite);
    keyboard::register(&mut suite);
    modules::register(&mut suite);
    theme::register(&mut suite);
    translated::register(&mut suite);
    faults::register(&mut suite);
    other_catalogue::register(&mut suite);
    hosting::register(&mut suite);
    identity::register(&mut suite);
    propose::register(&mut suite);
    embed::register(&mut suite);
    embedding::register(&mut suite);
    quality::register(&mut suite);
    run(&suite)
}
