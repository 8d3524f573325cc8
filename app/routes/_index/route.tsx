export default function Home() {
  return <div className="container-page py-20">Home</div>;
}
