//! Starts the browser app, and nothing else.

use communs::ui;
use leptos::prelude::*;

fn main() {
    ui::install_panic_message();
    wasm_bindgen_futures::spawn_local(async {
        let state = ui::fetch().await;
        ui::take_over(move || view! { <ui::App state/> }.into_any());
    });
}
