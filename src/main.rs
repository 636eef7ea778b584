//! Starts the browser app, and nothing else.

use communs::ui;

fn main() {
    ui::tell_panics();
    wasm_bindgen_futures::spawn_local(async {
        // Before anything changes the address.
        let root = ui::find_root();
        ui::start(ui::fetch().await, root);
    });
}
