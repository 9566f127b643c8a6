# Sourced by ./taswiya: "./taswiya serve", the online agency. Built on first use and apart from the product, whose
# commands then start without the libraries of a web server.

. "$root/build/apart.sh"

web_module=$root/web/target # lib/*.jar

run_pages() {
    run_apart 'the online agency' web '' core intake store deliver run server bench cli || exit 1
    local jar class_path=
    for jar in "$web_module"/taswiya-web-*.jar "$web_module"/lib/*.jar; do
        class_path=$class_path${class_path:+:}$jar
    done
    # shellcheck disable=SC2086 # the options are words, to be split
    exec "$jdk/bin/java" -Dstdin.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
        "-Dtaswiya.root=$root" ${TASWIYA_JAVA_OPTS:-} -cp "$class_path" org.taswiya.web.TaswiyaWeb "$@"
}
