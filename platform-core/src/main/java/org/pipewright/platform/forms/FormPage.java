package org.pipewright.platform.forms;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.pipewright.platform.pages.PlainPage;

/**
 * Writes the pages of forms: plain HTML that needs no script. Everything that was typed or configured is escaped here.
 */
final class FormPage extends PlainPage<FormPage> {

    private static final String STYLE = """
            :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif;
              background: light-dark(#fff, #16181d); color: light-dark(#1a1c20, #f1f2f4) }
            body { margin: 0 auto; max-width: 38rem; padding: 1.5rem 1rem }
            h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .5rem }
            p { margin: 0 0 1rem; white-space: pre-line; overflow-wrap: anywhere }
            .field { margin: 0 0 1rem }
            label { display: block; font-weight: 600; margin: 0 0 .25rem }
            .box { display: flex; gap: .6rem; align-items: start }
            .box input { width: 1.25rem; height: 1.25rem; flex: none; margin: .15rem 0 0 }
            .box label { font-weight: 400; white-space: pre-line }
            .hint { font-weight: 400; color: light-dark(#555, #bbb) }
            input, textarea, select { box-sizing: border-box; width: 100%; min-height: 44px; padding: .5rem .75rem;
              font: inherit; border: 1px solid light-dark(#767676, #8c8c8c); border-radius: .4rem }
            textarea { min-height: 8rem }
            button { min-height: 44px; padding: .5rem 1.5rem; font: inherit; font-weight: 600; cursor: pointer;
              border: 0; border-radius: .4rem; background: #14532d; color: #fff }
            :focus-visible { outline: 3px solid light-dark(#1d4ed8, #93c5fd); outline-offset: 2px }
            .error { color: light-dark(#b00020, #ffb4ab); margin: .25rem 0 0 }
            .errors { border-left: 4px solid light-dark(#b00020, #ffb4ab); padding: .25rem 0 .25rem 1rem; margin: 0 0 1rem }
            .trap { position: absolute; left: -200vw }
            """;

    private static final String GROWTH = """
            if (parent !== window) {
              const tell = () => parent.postMessage({ pipewrightForm: document.documentElement.offsetHeight }, '*');
              new ResizeObserver(tell).observe(document.documentElement);
            }
            """;

    private final Function<String, String> texts;

    /**
     * Begins a page.
     *
     * @param texts of the page's language, by key
     */
    FormPage(Locale language, String title, String nonce, Function<String, String> texts) {
        super(language, title, nonce, STYLE);
        this.texts = texts;
    }

    @Override
    protected FormPage self() {
        return this;
    }

    /** Something that comes along unseen. */
    FormPage hidden(String name, String value) {
        return raw("<input type=\"hidden\" name=\"" + name + "\" value=\"")
                .text(value)
                .raw("\">\n");
    }

    /** A field only robots fill in: outside the window, not reached by keys, not told by screen readers. */
    FormPage trap(String name) {
        return raw("<div class=\"trap\" aria-hidden=\"true\"><label>")
                .text(texts.apply("core.form.trap"))
                .raw("<input name=\"" + name + "\" tabindex=\"-1\" autocomplete=\"off\"></label></div>\n");
    }

    /** What is wrong with the page as a whole. */
    FormPage alert(String text) {
        return raw("<div class=\"errors\" role=\"alert\"><p class=\"error\">")
                .text(text)
                .raw("</p></div>\n");
    }

    /** A question: its label, the markup that takes the answer, and what is wrong with the last one. */
    FormPage question(FormQuestion question, Map<String, String> errors) {
        raw("<div class=\"field\">\n<label for=\"q-" + question.name() + "\">").text(question.label());
        if (!question.required()) {
            raw(" <span class=\"hint\">(")
                    .text(texts.apply("core.form.optional"))
                    .raw(")</span>");
        }
        raw("</label>\n");
        question.writeTo(this, attributes(question, errors));
        return error(question.name(), errors).raw("</div>\n");
    }

    /** The box that has to be ticked. */
    FormPage consent(String text, boolean ticked, Map<String, String> errors) {
        raw(
                "<div class=\"field\">\n<div class=\"box\"><input type=\"checkbox\" id=\"q-consent\" name=\"consent\" required");
        raw(ticked ? " checked" : "").raw(described("consent", errors)).raw(">");
        raw("<label for=\"q-consent\">").text(text).raw("</label></div>\n");
        return error("consent", errors).raw("</div>\n");
    }

    private static String attributes(FormQuestion question, Map<String, String> errors) {
        return " id=\"q-" + question.name() + "\" name=\"" + question.name() + "\""
                + (question.required() ? " required" : "") + described(question.name(), errors);
    }

    private static String described(String name, Map<String, String> errors) {
        return errors.containsKey(name) ? " aria-invalid=\"true\" aria-describedby=\"e-" + name + "\"" : "";
    }

    private FormPage error(String name, Map<String, String> errors) {
        return errors.containsKey(name)
                ? raw("<div class=\"error\" id=\"e-" + name + "\">")
                        .text(errors.get(name))
                        .raw("</div>\n")
                : this;
    }

    FormPage button(String text) {
        return raw("<button>").text(text).raw("</button>\n");
    }

    /** The whole page; inside a frame it tells the page around it how tall it is. */
    String done(String nonce) {
        return ended("<script nonce=\"" + nonce + "\">\n" + GROWTH + "</script>\n");
    }
}
