//! Starts the browser app, and nothing else.

fn main() {
    communs::tell_panics();
    wasm_bindgen_futures::spawn_local(async {
        // Before anything changes the address.
        let root = communs::find_root();
        communs::start(communs::fetch(&root).await, root);
    });
}
