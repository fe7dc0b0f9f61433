import { mount } from "svelte";
import App from "./App.svelte";
import { start } from "./selection.svelte";
import "./tokens.css";
import "./page.css";
import "./views.css";
import "./print.css";

start();
mount(App, { target: document.getElementById("panes")! });
