//! The driver process, and the screen that WebKit needs.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use xtask::Running;

use crate::engine::Engine;

/// The size of the screen in memory, larger than any window of ours.
pub(crate) const SCREEN: (u32, u32) = (2600, 2000);

/// How long a driver may take to listen.
const STARTUP: Duration = Duration::from_secs(30);

/// A running driver; it ends, by its own id, when this is dropped.
pub(crate) struct Driver {
    port: u16,
    // Dropped in this order: the driver, its browser's screen, their files.
    _driver: Running,
    _screen: Option<Running>,
    _files: TempDir,
}

impl Driver {
    /// Starts the driver of this engine on a free port and waits for it.
    pub(crate) fn start(engine: Engine) -> Result<Self> {
        let folder = xtask::paths::target().join("browser");
        fs::create_dir_all(&folder)?;
        let port = free_port()?;
        let program = find(engine.driver())?;
        // For the profiles of browsers, which do not always remove them. Its path is short, because sockets made in it
        // have a limit.
        let files = TempDir::with_prefix("communs-")?;
        // What the driver says is for whoever looks into a failure.
        let log = File::create(folder.join(format!("{}.log", engine.driver())))?;
        let mut command = Command::new(program);
        command
            .args(engine.driver_args(port))
            .env("TMPDIR", files.path())
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log);

        let screen = match engine {
            Engine::Chromium | Engine::Firefox => None,
            Engine::WebKit => {
                let (screen, display) = start_screen()?;
                let settings = folder.join("webkit-settings");
                write_gtk_settings(&settings)?;
                command.env("DISPLAY", display).env("XDG_CONFIG_HOME", settings);
                // Otherwise the browser may open on the developer's own screen.
                command.env("GDK_BACKEND", "x11").env_remove("WAYLAND_DISPLAY");
                // Its last compiler is for pages that stay open: it took a third of the time of tests, which leave theirs
                // after a second.
                command.env("JSC_useOMGJIT", "false");
                // It draws by itself rather than through a graphics card, whose part a program would play.
                command.env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1");
                Some(screen)
            }
        };
        let mut driver = Running::start(&mut command)?;
        driver.wait_for(port, STARTUP).with_context(|| format!("{} does not start", engine.driver()))?;
        Ok(Self { port, _driver: driver, _screen: screen, _files: files })
    }

    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// Starts a screen in memory, large enough for any window of ours, and gives
/// its name.
fn start_screen() -> Result<(Running, String)> {
    let mut command = Command::new(find("Xvfb")?);
    command
        // It chooses a free name and writes it on standard output.
        .args(["-displayfd", "1", "-screen", "0", &format!("{}x{}x24", SCREEN.0, SCREEN.1), "-nolisten", "tcp"])
        // Otherwise it starts anew when a browser ends, and the next one may find no screen meanwhile.
        .arg("-noreset")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut screen = Running::start(&mut command)?;
    let output = screen.0.stdout.take().expect("standard output was piped");
    let mut number = String::new();
    BufReader::new(output).read_line(&mut number)?;
    ensure!(!number.trim().is_empty(), "Xvfb does not start");
    Ok((screen, format!(":{}", number.trim())))
}

/// The buttons of WebKit's test browser keep its window wider than a phone:
/// this makes them shrink, so that a viewport can be 320 px wide.
fn write_gtk_settings(folder: &Path) -> Result<()> {
    let gtk = folder.join("gtk-3.0");
    fs::create_dir_all(&gtk)?;
    fs::write(gtk.join("gtk.css"), "* { min-width: 0; padding: 0; margin: 0; }\n")?;
    Ok(())
}

fn find(program: &str) -> Result<PathBuf> {
    xtask::paths::find_program(&[program]).with_context(|| format!("{program} is not there; run `cargo xtask setup`"))
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
